import type { RequestCheck } from './link.ts';

/** The request comes in the query and is fetched from nowhere (OpenID Connect Core section 6). */
export const checkCarrier: RequestCheck = ({ extra: { carrier } }) =>
	carrier === null ? [] : [{ parameter: carrier, code: 'carrier' }];
