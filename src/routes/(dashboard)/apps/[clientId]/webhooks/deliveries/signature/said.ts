import type { SignatureJudgement } from './judge-signature.ts';
import * as words from './words.en.ts';

/** What is said of a signature that somebody computed; null before there is one. */
export function sayJudgement(
	judgement: SignatureJudgement
): { readonly isMatch: boolean; readonly text: string } | null {
	switch (judgement.kind) {
		case 'nothing':
			return null;
		case 'match':
			return { isMatch: true, text: '' };
		case 'spelled':
			return { isMatch: false, text: words.SPELLED[judgement.how] };
		case 'cause': {
			const { cause } = judgement;
			const text =
				cause.code === 'reserialised'
					? words.reserialised(words.STYLES[cause.style])
					: words.CAUSES[cause.code];
			return { isMatch: false, text };
		}
		case 'algorithm':
			return { isMatch: false, text: words.algorithm(judgement.name) };
		case 'form':
			return { isMatch: false, text: words.form(judgement.length) };
		case 'unknown':
			return { isMatch: false, text: words.unknown };
	}
}
