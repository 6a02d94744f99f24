import { encodeValue } from '#lib/access/connect-url/encoding.ts';
import type { CopyLink } from './copy-link.ts';

/** @param draftScope what the draft asks for by now */
export function addressOf({ url, version }: CopyLink, draftScope: string): string {
	if (version !== null || draftScope === '') return url;
	return `${url}&scope=${encodeValue(draftScope)}`;
}
