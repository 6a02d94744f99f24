import type { Handle, RequestEvent } from '@sveltejs/kit';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { chooseEncoding, type Encoding } from '../door/encoding.ts';
import { isConnectPage } from '../http/guard.ts';

/** Bytes below which the header would be most of what is saved. */
const SMALLEST = 1024;

/** Far faster than the last tenth of the size is worth; files of the build are packed harder. */
const QUALITY = 4;

const compressors: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
	br: (body) =>
		promisify(brotliCompress)(body, {
			params: {
				[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
				[constants.BROTLI_PARAM_QUALITY]: QUALITY,
				[constants.BROTLI_PARAM_SIZE_HINT]: body.length
			}
		}),
	gzip: (body) => promisify(gzip)(body, { level: QUALITY })
};

/** Shows client secrets. */
const SECRETS = '/(dashboard)/apps/[clientId]/credentials';

/**
 * Whether a page shows a secret, or carries a form token of Connect: beside text of somebody else,
 * the length of what is compressed tells of it, letter by letter (BREACH).
 */
function holdsSecret({ route, url }: RequestEvent): boolean {
	return isConnectPage(url.pathname) || (route.id?.startsWith(SECRETS) ?? false);
}

/** Compresses pages, and the data of pages, for clients that say they take it. */
export const compressPages: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (event.isSubRequest || !response.body || holdsSecret(event)) return response;
	const type = response.headers.get('content-type') ?? '';
	const isPage = type.startsWith('text/html');
	const isData = event.isDataRequest && type.startsWith('application/json');
	if (!isPage && !isData) return response;
	response.headers.append('vary', 'accept-encoding');
	const encoding = chooseEncoding(event.request.headers.get('accept-encoding'));
	if (encoding === null || event.request.method === 'HEAD') return response;
	const body = Buffer.from(await response.arrayBuffer());
	const { status, headers } = response;
	if (body.length < SMALLEST) return new Response(body, { status, headers });
	const packed = await compressors[encoding](body);
	headers.set('content-encoding', encoding);
	headers.set('content-length', String(packed.length));
	const etag = headers.get('etag');
	// The same page, in other bytes.
	if (etag?.startsWith('"')) headers.set('etag', `W/${etag}`);
	return new Response(new Uint8Array(packed), { status, headers });
};
