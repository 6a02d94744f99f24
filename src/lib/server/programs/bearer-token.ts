import type { ProgramRequest } from './call.ts';

/** Challenges of who brings no token, or none that counts (RFC 6750 section 3). */
export const NO_TOKEN = { 'www-authenticate': 'Bearer realm="Valetkey"' };
export const INVALID_TOKEN = {
	'www-authenticate': 'Bearer realm="Valetkey", error="invalid_token"'
};

/**
 * The token that a request brings in its header, the only place where one counts; undefined where
 * that has another form, and null where there is none at all.
 *
 * Source: RFC 6750 section 2.1.
 */
export function bearerToken({
	headers
}: Pick<ProgramRequest, 'headers'>): string | undefined | null {
	const header = headers.get('authorization');
	if (header === null || !/^bearer( |$)/i.test(header)) return null;
	return /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(header)?.[1];
}
