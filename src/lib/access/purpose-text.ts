import { findUnprintable } from './characters.ts';
import { MAX_PURPOSE_LENGTH } from './purposes.ts';

export type PurposeFault =
	| { readonly code: 'purpose-too-long'; readonly length: number }
	| { readonly code: 'purpose-unprintable'; readonly character: string };

/** The form in which a purpose is kept; empty for none. */
export function normalizePurpose(text: string): string {
	return text.normalize('NFC').trim();
}

/** A purpose as it comes from a field, where a long one is broken into lines. */
export function purposeOfField(text: string): string {
	return normalizePurpose(text.replace(/\s*[\r\n]\s*/g, ' '));
}

/** @returns what is wrong with a normalized purpose; null when owners can read it */
export function checkPurpose(purpose: string): PurposeFault | null {
	const { length } = [...purpose];
	if (length > MAX_PURPOSE_LENGTH) return { code: 'purpose-too-long', length };
	const character = findUnprintable(purpose);
	return character === null ? null : { code: 'purpose-unprintable', character };
}

/** What is wrong with a purpose and what to write. */
export function describePurpose(fault: PurposeFault): string {
	switch (fault.code) {
		case 'purpose-too-long':
			return `A purpose has at most ${MAX_PURPOSE_LENGTH} characters; this one has ${fault.length}.`;
		case 'purpose-unprintable':
			return `The purpose holds the invisible character ${fault.character}; remove it.`;
	}
}
