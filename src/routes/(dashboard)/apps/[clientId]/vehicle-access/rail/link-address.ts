import type { CopyLink } from './copy-link.ts';

/** @param draftScope what the draft asks for by now; of all in a scope, only spaces are encoded */
export function addressOf({ url, version }: CopyLink, draftScope: string): string {
	if (version !== null || draftScope === '') return url;
	return `${url}&scope=${draftScope.replaceAll(' ', '%20')}`;
}
