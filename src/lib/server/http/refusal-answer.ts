import { json, text, type RequestEvent } from '@sveltejs/kit';

interface Answered {
	readonly status: number;
	readonly message: string;
	/** Seconds to wait. */
	readonly retryAfter?: number;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal in the words of whoever asks for a page: its script, or a person. */
export function answerRefusal(
	{ request, isDataRequest, locals }: RequestEvent,
	{ status, message, retryAfter, headers: own = {} }: Answered
): Response {
	const headers = new Headers(own);
	if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
	const error = { message, requestId: locals.requestId };
	// What a form's script reads; anything else it would show as a fault of its own.
	if (request.headers.get('x-sveltekit-action') === 'true') {
		return json({ type: 'error', error }, { status, headers });
	}
	const wantsJson = isDataRequest || /\bjson\b/.test(request.headers.get('content-type') ?? '');
	if (wantsJson) return json(error, { status, headers });
	headers.set('content-type', 'text/plain; charset=utf-8');
	return text(message, { status, headers });
}
