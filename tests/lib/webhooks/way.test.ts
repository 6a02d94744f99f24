import { wayOf } from '#lib/webhooks/way.ts';
import { expect, it } from 'vitest';

const signal = (code: string, oemUpdatedAt: number, retrievedAt: number) => ({
	code,
	meta: { oemUpdatedAt, retrievedAt }
});
const fired = (code: string) => ({ type: 'SIGNAL_UPDATED', signal: { code } });
const NONE = { saidAt: null, fetchedAt: null };

it.each([
	[
		'what changed',
		{ data: { signals: [signal('a', 10, 30), signal('b', 20, 30)] }, triggers: [fired('a')] },
		{ saidAt: 10, fetchedAt: 30 }
	],
	[
		'the newest of what changed',
		{
			data: { signals: [signal('a', 10, 30), signal('b', 20, 30)] },
			triggers: [fired('a'), fired('b')]
		},
		{ saidAt: 20, fetchedAt: 30 }
	],
	[
		'the newest of all at first',
		{
			data: { signals: [signal('a', 10, 30), signal('b', 20, 31)] },
			triggers: [{ type: 'FIRST_DELIVERY' }]
		},
		{ saidAt: 20, fetchedAt: 31 }
	],
	[
		'nothing of what has no time',
		{ data: { signals: [signal('a', 0, 0), { code: 'b' }] }, triggers: [fired('a'), fired('b')] },
		NONE
	],
	['nothing of an error', { data: { errors: [] } }, NONE]
])('tells %s', (_, body, way) => {
	expect(wayOf(JSON.stringify(body))).toEqual(way);
});

it('tells nothing of what is no JSON', () => {
	expect(wayOf('')).toEqual(NONE);
});
