import { isOver } from '../connect/lifetimes.ts';

/** Milliseconds for which a code is good. Source: OWASP ASVS 5.0, 6.5.5. */
export const CODE_LIFE = 10 * 60_000;

/** Wrong codes that are forgiven for one that was sent. */
const MAX_TRIES = 5;

/** Milliseconds within which the right one once more is a second click, not somebody else's. */
const SECOND_CLICK = 30_000;

/** Six digits; or, where too many were wrong, what nobody guesses: 130 bits in the letters of base32. */
export type CodeForm = 'digits' | 'long';
export const DIGITS = 6;
export const LONG_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const LONG_LENGTH = 26;

/** Of what {@link readCode} made of a text. */
export function formOf(code: string): CodeForm {
	return code.length === DIGITS ? 'digits' : 'long';
}

/** A code as it is written in a mail, in groups that a person can read out. */
export function formatCode(code: string): string {
	const groups = formOf(code) === 'digits' ? /.{3}/g : /.{1,5}/g;
	return (code.match(groups) ?? []).join(' ');
}

/** What was pasted or typed, without what only stands between; null where it can be no code. */
export function readCode(text: string): string | null {
	const bare = text
		.replace(/[\s\p{Pd}\p{Cf}.]/gu, '')
		.normalize('NFKC')
		.toUpperCase();
	return /^\d{6}$/.test(bare) || /^[A-Z2-7]{26}$/.test(bare) ? bare : null;
}

/** A code that was sent, as far as it is stored. Times are the machine's. */
export interface SentCode {
	readonly createdAt: number;
	/** When it was used, or another took its place; null while neither happened. */
	readonly endedAt: number | null;
	/** Wrong ones that were submitted for it. */
	readonly tries: number;
}

/** Whether it may still be used. */
export function isGood({ createdAt, endedAt, tries }: SentCode, now: number): boolean {
	return endedAt === null && tries < MAX_TRIES && !isOver(createdAt, CODE_LIFE, now);
}

function mayBeRepeated({ endedAt, tries }: SentCode, now: number): boolean {
	return endedAt !== null && tries < MAX_TRIES && !isOver(endedAt, SECOND_CLICK, now);
}

/** What is known when a code is submitted. */
export interface Submission {
	/** The last one that this browser asked for; null where it asked for none. */
	readonly sent: SentCode | null;
	/** What {@link readCode} made of what was typed. */
	readonly typed: string | null;
	/** Whether six digits are enough, after all that were wrong of late. */
	readonly digitsSuffice: boolean;
	/** Compares without telling by the time it takes; asked only where it counts. */
	readonly matches: (typed: string) => boolean;
}

/** What a code leads to. */
export type Verdict =
	| { readonly kind: 'signed-in' }
	/** The right one once more, just after it was used: the sign-in stands already. */
	| { readonly kind: 'repeated' }
	/** Counts as a try. */
	| { readonly kind: 'wrong'; readonly left: number }
	/** Not what a code looks like, which costs no try. */
	| { readonly kind: 'malformed'; readonly left: number }
	/** Too late, used, replaced, or tried too often: one has to ask anew. Counts where it might have been right. */
	| { readonly kind: 'over'; readonly counts?: true }
	/** Six digits are not enough at present, which costs no try: the next code is longer. */
	| { readonly kind: 'too-short' };

export function judgeSubmission(submission: Submission, now: number): Verdict {
	const { sent, typed, digitsSuffice, matches } = submission;
	if (sent === null) return { kind: 'over' };
	if (mayBeRepeated(sent, now) && typed !== null) {
		return matches(typed) ? { kind: 'repeated' } : { kind: 'over', counts: true };
	}
	if (!isGood(sent, now)) return { kind: 'over' };
	const left = MAX_TRIES - sent.tries;
	if (typed === null) return { kind: 'malformed', left };
	// Also the right ones: whoever is told which they were goes on guessing.
	if (!digitsSuffice && formOf(typed) === 'digits') return { kind: 'too-short' };
	return matches(typed) ? { kind: 'signed-in' } : { kind: 'wrong', left: left - 1 };
}
