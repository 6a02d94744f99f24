import { findUnprintable } from './characters.ts';
import { MAX_PURPOSE_LENGTH, type Told } from './purposes.ts';

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

/** How a sentence is called where something is wrong with it. */
const CALLED = {
	purpose: { any: 'A purpose', this: 'The purpose' },
	without: { any: '“Without it”', this: '“Without it”' }
} as const satisfies Readonly<Record<keyof Told, object>>;

/** What is wrong with a sentence and what to write. */
export function describePurpose(fault: PurposeFault, which: keyof Told = 'purpose'): string {
	switch (fault.code) {
		case 'purpose-too-long':
			return `${CALLED[which].any} has at most ${MAX_PURPOSE_LENGTH} characters; this one has ${fault.length}.`;
		case 'purpose-unprintable':
			return `${CALLED[which].this} holds the invisible character ${fault.character}; remove it.`;
	}
}

export type ToldResult =
	| { readonly ok: true; readonly told: Told }
	| { readonly ok: false; readonly field: keyof Told; readonly message: string };

/** Takes what is said of a permission, each sentence in the form it is kept in. */
export function readTold(given: Told, normalize: (text: string) => string): ToldResult {
	const told = { purpose: normalize(given.purpose), without: normalize(given.without) };
	for (const field of ['purpose', 'without'] as const) {
		const fault = checkPurpose(told[field]);
		if (fault) return { ok: false, field, message: describePurpose(fault, field) };
	}
	return { ok: true, told };
}
