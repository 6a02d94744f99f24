import type { CopyLink } from './copy-link.ts';
import * as words from '../words.en.ts';

/** What is said once a link is copied, on whatever page. */
export function linkSaid({ place, version }: Pick<CopyLink, 'place' | 'version'>): string {
	return version === null ? words.draftLinkCopied[place] : words.linkCopied[place](version);
}
