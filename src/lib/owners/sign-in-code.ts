import { isOver } from '../connect/lifetimes.ts';
import { FAILURES_BEFORE_LONG_CODES, type Wait } from './limits.ts';

/** Milliseconds for which a code is good. Source: OWASP ASVS 5.0, 6.5.5. */
export const CODE_LIFE = 10 * 60_000;

/** Wrong codes that are forgiven for one that was sent. */
const MAX_TRIES = 5;

/** Six digits; or, where many were wrong, what nobody guesses: 130 bits in the letters of base32. */
export type CodeForm = 'digits' | 'long';
export const DIGITS = 6;
export const LONG_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const LONG_LENGTH = 26;

/** @param failures for the address since its owner last signed in */
export function formFor(failures: number): CodeForm {
	return failures >= FAILURES_BEFORE_LONG_CODES ? 'long' : 'digits';
}

/** A code as it is written in a mail, in groups that a person can read out. */
export function formatCode(code: string): string {
	const groups = code.length === DIGITS ? /.{3}/g : /.{1,5}/g;
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

/** What is known when a code is submitted. */
export interface Submission {
	/** The last one that this browser asked for; null where it asked for none. */
	readonly sent: SentCode | null;
	/** What {@link readCode} made of what was typed. */
	readonly typed: string | null;
	/** Because too many were wrong of late. */
	readonly wait: Wait | null;
	/** Compares without telling by the time it takes; asked only where it counts. */
	readonly matches: (typed: string) => boolean;
}

/** What a code leads to. */
export type Verdict =
	| { readonly kind: 'signed-in' }
	/** Counts as a try. */
	| { readonly kind: 'wrong'; readonly left: number }
	/** Not what a code looks like, which costs no try. */
	| { readonly kind: 'malformed'; readonly left: number }
	/** Too late, used, replaced, or tried too often: one has to ask anew. */
	| { readonly kind: 'over' }
	| { readonly kind: 'wait'; readonly wait: Wait };

export function judgeSubmission({ sent, typed, wait, matches }: Submission, now: number): Verdict {
	if (sent === null || !isGood(sent, now)) return { kind: 'over' };
	const left = MAX_TRIES - sent.tries;
	if (typed === null) return { kind: 'malformed', left };
	// Also the right one: whoever is told which it was goes on guessing.
	if (wait !== null) return { kind: 'wait', wait };
	return matches(typed) ? { kind: 'signed-in' } : { kind: 'wrong', left: left - 1 };
}
