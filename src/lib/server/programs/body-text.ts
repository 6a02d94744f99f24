import { isUtf8 } from 'node:buffer';
import { readCharset } from '../http/charset.ts';
import { MAX_BODY_BYTES } from '../http/limits.ts';
import * as words from '../http/words.en.ts';
import type { ProgramRequest } from './call.ts';

/** Why a body is not read as text. */
interface BodyFault {
	readonly status: 400 | 413 | 415;
	readonly message: string;
}

export type BodyText =
	{ readonly ok: true; readonly text: string } | ({ readonly ok: false } & BodyFault);

type Body = Pick<ProgramRequest, 'headers' | 'bytes'>;

/** The body of a request, which is read as UTF-8 and as nothing else. */
export async function readBodyText(request: Body): Promise<BodyText> {
	const bytes = await readBytes(request);
	if (bytes === null) return refuse(413, words.bodyTooLarge);
	const encoding = request.headers.get('content-encoding')?.trim() ?? '';
	if (encoding !== '' && encoding.toLowerCase() !== 'identity') {
		return refuse(415, words.bodyEncoded(encoding));
	}
	const charset = readCharset(request.headers.get('content-type'));
	if (charset !== null) return refuse(415, words.otherCharset(charset));
	if (!isUtf8(bytes)) return refuse(400, words.bodyNotUtf8);
	return { ok: true, text: bytes.toString('utf8') };
}

/** Null where they are more than allowed. */
async function readBytes(request: Body): Promise<Buffer | null> {
	if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) return null;
	try {
		const { buffer, byteOffset, byteLength } = await request.bytes();
		return byteLength > MAX_BODY_BYTES ? null : Buffer.from(buffer, byteOffset, byteLength);
	} catch {
		// Reading was given up where the body grew past its limit.
		return null;
	}
}

function refuse(status: BodyFault['status'], message: string) {
	return { ok: false, status, message } as const;
}

/** The type of a body without its parameters, in lower case; empty where none is said. */
export function contentTypeOf({ headers }: Pick<ProgramRequest, 'headers'>): string {
	return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}
