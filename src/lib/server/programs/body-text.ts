import { MAX_BODY_BYTES } from '../http/limits.ts';
import type { ProgramRequest } from './call.ts';

/** The body of a request; null where it is longer than allowed. */
export async function readBodyText(
	request: Pick<ProgramRequest, 'headers' | 'text'>
): Promise<string | null> {
	if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) return null;
	try {
		const text = await request.text();
		return Buffer.byteLength(text) > MAX_BODY_BYTES ? null : text;
	} catch {
		// Reading was given up where the body grew past its limit.
		return null;
	}
}

/** How a body is encoded beyond its type, which nothing here reads; null where it is not. */
export function contentEncodingOf({ headers }: Pick<ProgramRequest, 'headers'>): string | null {
	const encoding = headers.get('content-encoding')?.trim() ?? '';
	return encoding === '' || encoding.toLowerCase() === 'identity' ? null : encoding;
}

/** The type of a body without its parameters, in lower case; empty where none is said. */
export function contentTypeOf({ headers }: Pick<ProgramRequest, 'headers'>): string {
	return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}
