import { formatRuns, parseRuns, type SampleRun } from '#lib/server/connect/sample-client.ts';
import type { RequestEvent } from '@sveltejs/kit';

const NAME = 'sample_client';

type Event = Pick<RequestEvent, 'cookies' | 'url'>;

export function runsOf({ cookies }: Pick<Event, 'cookies'>): readonly SampleRun[] {
	return parseRuns(cookies.get(NAME));
}

export function rememberRun(event: Event, run: SampleRun): void {
	event.cookies.set(NAME, formatRuns(runsOf(event), run), {
		path: '/sandbox',
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:'
	});
}

/** A state is good for one answer. */
export function forgetRun(event: Event, state: string): void {
	const left = runsOf(event).filter((run) => run.state !== state);
	event.cookies.set(NAME, formatRuns(left, null), {
		path: '/sandbox',
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:'
	});
}
