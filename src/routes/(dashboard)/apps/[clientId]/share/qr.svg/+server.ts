import { error } from '@sveltejs/kit';
import { drawQrCode, svgOf } from '../qr.ts';
import { LINK } from '../qr-file.ts';
import * as words from '../words.en.ts';
import type { RequestHandler } from './$types.js';

/** The QR code of a link, as a picture of its own: to be enlarged, kept, printed. */
export const GET: RequestHandler = ({ url }) => {
	const link = url.searchParams.get(LINK);
	if (!link) error(400, words.linkMissing);
	const code = drawQrCode(link);
	if (!code) error(400, words.linkTooLong);
	return new Response(svgOf(code), { headers: { 'content-type': 'image/svg+xml' } });
};
