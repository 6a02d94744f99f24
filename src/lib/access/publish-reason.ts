import { findUnprintableInLines } from './characters.ts';
import type { Verdict } from './diff.ts';

/** Longest reason of a version, in characters. */
export const MAX_REASON_LENGTH = 280;

export interface ReasonFault {
	readonly code: 'reason-missing' | 'reason-too-long' | 'reason-unprintable';
	/** What is wrong and what to write. */
	readonly message: string;
}

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
	if (reason === '' && needsReason(verdict, current)) {
		return {
			code: 'reason-missing',
			message: 'Say why more is asked of owners; the reason is kept with the version.'
		};
	}
	if (reason.length > MAX_REASON_LENGTH) {
		return {
			code: 'reason-too-long',
			message: `A reason has at most ${MAX_REASON_LENGTH} characters; this one has ${reason.length}.`
		};
	}
	const hidden = findUnprintableInLines(reason);
	if (hidden !== null) {
		return {
			code: 'reason-unprintable',
			message: `The reason holds the invisible character ${hidden}; remove it.`
		};
	}
	return null;
}
