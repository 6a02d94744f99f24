import { firstDifference, sharedEnd, sharedStart, type Difference } from '../compare-texts.ts';

/** A registered redirect URI, and where one that is not registered parts from it. */
export interface NearestUri {
	readonly uri: string;
	readonly difference: Difference;
}

/** The registered URI with the longest start and end in common; of equals, the default. */
export function nearestUri(
	uri: string,
	registered: readonly { readonly uri: string; readonly isDefault: boolean }[]
): NearestUri | null {
	let best: string | null = null;
	let mostShared = -1;
	for (const candidate of [...registered].sort((a, b) => +b.isDefault - +a.isDefault)) {
		const shared = sharedStart(uri, candidate.uri) + sharedEnd(uri, candidate.uri);
		if (shared > mostShared) {
			best = candidate.uri;
			mostShared = shared;
		}
	}
	const difference = best === null ? null : firstDifference(uri, best);
	return best === null || difference === null ? null : { uri: best, difference };
}
