import * as words from './words.en.ts';
interface Failure {
	readonly status: number;
	/** What the server says about it; empty or a stock phrase when it says nothing. */
	readonly message: string;
	readonly online: boolean;
}

interface Explanation {
	readonly title: string;
	readonly sentence: string;
	/** Whether the same address may answer at another time. */
	readonly retry: boolean;
	readonly offline: boolean;
}

/** Phrases of the framework that tell a reader nothing. */
const STOCK_PHRASE = /^(Internal Error|Error)?$/;

/** What Chromium, Firefox and Safari say when nobody answers. */
const UNANSWERED = /^(Failed to fetch|NetworkError|Load failed)/;

/** What browsers say of an answer that is not the JSON of ours: another server gave it. */
const NOT_OURS = /JSON|Unexpected token/i;

/** Says what happened and whether it helps to try again. */
export function explainError({ status, message, online }: Failure): Explanation {
	const said = STOCK_PHRASE.test(message) ? null : message;
	if (!online) {
		return {
			title: words.youAreOffline,
			sentence: words.offlineText,
			retry: true,
			offline: true
		};
	}
	if (status === 500 && UNANSWERED.test(message)) {
		return answer(words.unreachable, words.unreachableText, true);
	}
	if (status === 500 && NOT_OURS.test(message)) {
		return answer(words.notOurs, words.notOursText, true);
	}
	if (status === 404) {
		return answer(words.notFound, said ?? words.notFoundText, false);
	}
	if (status === 403) {
		return answer(words.refused, said ?? words.refusedText, false);
	}
	if (status === 503) {
		return answer(words.unavailable, said ?? words.unavailableText, true);
	}
	if (status >= 500) {
		return answer(words.serverFailed, said ?? words.serverFailedText, true);
	}
	return answer(words.didNotWork, said ?? words.didNotWorkText, false);
}

function answer(title: string, sentence: string, retry: boolean): Explanation {
	return { title, sentence, retry, offline: false };
}
