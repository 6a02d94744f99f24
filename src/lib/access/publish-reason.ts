import { findUnprintableInLines } from './characters.ts';
import type { Verdict } from './diff.ts';

/** Longest reason of a version, in characters. */
export const MAX_REASON_LENGTH = 280;

export type ReasonFault =
	| { readonly code: 'reason-missing' }
	| { readonly code: 'reason-too-long'; readonly length: number }
	| { readonly code: 'reason-unprintable'; readonly character: string };

/**
 * Whether a version is published only with a reason: when it asks owners for more than the current
 * one does. The first version widens nothing that anybody was asked for.
 *
 * @param current number of the current version; null before the first
 */
export function needsReason(verdict: Verdict, current: number | null): boolean {
	return current !== null && (verdict === 'widens' || verdict === 'both');
}

/** The form in which a reason is kept. */
export function normalizeReason(text: string): string {
	return text.normalize('NFC').replaceAll('\r\n', '\n').trim();
}

/** @returns what is wrong with a normalized reason; null when it can be published with. */
export function checkReason(
	reason: string,
	verdict: Verdict,
	current: number | null
): ReasonFault | null {
	if (reason === '' && needsReason(verdict, current)) return { code: 'reason-missing' };
	if (reason.length > MAX_REASON_LENGTH) return { code: 'reason-too-long', length: reason.length };
	const character = findUnprintableInLines(reason);
	return character === null ? null : { code: 'reason-unprintable', character };
}

/** What is wrong with a reason and what to write. */
export function describeReason(fault: ReasonFault): string {
	switch (fault.code) {
		case 'reason-missing':
			return 'Say why more is asked of owners; the reason is kept with the version.';
		case 'reason-too-long':
			return `A reason has at most ${MAX_REASON_LENGTH} characters; this one has ${fault.length}.`;
		case 'reason-unprintable':
			return `The reason holds the invisible character ${fault.character}; remove it.`;
	}
}
