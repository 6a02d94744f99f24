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
const STOCK_PHRASES = ['', 'Internal Error', 'Error'];

/** What Chromium, Firefox and Safari say when nobody answers. */
const UNANSWERED = /^(Failed to fetch|NetworkError|Load failed)/;

/** What browsers say of an answer that is not the JSON of ours: another server gave it. */
const NOT_OURS = /JSON|Unexpected token/i;

/** Says what happened and whether it helps to try again. */
export function explainError({ status, message, online }: Failure): Explanation {
	const said = STOCK_PHRASES.includes(message) ? null : message;
	if (!online) {
		return {
			title: 'You are offline',
			sentence:
				'This page could not be fetched. Everything that was saved is still on the server; try again once the connection is back.',
			retry: true,
			offline: true
		};
	}
	if (status === 500 && UNANSWERED.test(message)) {
		return answer(
			'The server cannot be reached',
			'It did not answer, so it is not known whether this was done. Reload the page in a moment.',
			true
		);
	}
	if (status === 500 && NOT_OURS.test(message)) {
		return answer(
			'Something in between answered',
			'What came back was not written by Valetkey: a proxy in front of it, or another program on its port, answered instead. Reload the page; if it happens again, look into what the proxy logs.',
			true
		);
	}
	if (status === 404) {
		return answer('Not found', said ?? 'There is no page at this address.', false);
	}
	if (status === 403) {
		return answer('Refused', said ?? 'The server does not allow this request.', false);
	}
	if (status === 503) {
		return answer('Not available right now', said ?? 'The server is busy with other work.', true);
	}
	if (status >= 500) {
		return answer(
			'Something failed on the server',
			said ?? 'The server could not finish this request. What was saved before is unchanged.',
			true
		);
	}
	return answer('This did not work', said ?? 'The server could not read this request.', false);
}

function answer(title: string, sentence: string, retry: boolean): Explanation {
	return { title, sentence, retry, offline: false };
}
