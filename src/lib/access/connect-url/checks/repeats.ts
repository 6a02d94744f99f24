import type { RequestCheck } from './link.ts';

/** A parameter stands once (RFC 6749 section 3.1). */
export const checkRepeats: RequestCheck = ({ repeated }) =>
	repeated.map((parameter) => ({ parameter, code: 'repeated' }));
