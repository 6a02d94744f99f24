import { readClock } from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { actions } from '../../../../src/routes/(dashboard)/clock/+page.server.ts';
import { formEvent } from '../../../support/form-event.ts';
import { AHEAD, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const POSTS = [
	['preset', { by: '60d' }],
	['advance', { amount: '3', unit: 'days' }],
	['freeze', {}],
	['go', {}],
	['reset', {}]
] as const;

function post(name: (typeof POSTS)[number][0], fields: object): unknown {
	const event = formEvent(context, {}, new URLSearchParams({ ...fields }));
	return Reflect.apply(actions[name] ?? (() => null), undefined, [event]);
}

describe('the page of the clock', () => {
	it.each(POSTS)('does not %s on a server that others reach', async (name, fields) => {
		context = { ...context, settings: { ...context.settings, isPublic: true } };
		expect(await post(name, fields)).toMatchObject({
			status: 403,
			data: { error: 'This server is public, so its clock is the machine’s.' }
		});
		expect(await readClock(context)).toMatchObject({ offsetMs: AHEAD, frozen: false });
	});

	it('moves, stops and resets it on one’s own', async () => {
		await post('preset', { by: '60d' });
		await post('freeze', {});
		expect(await readClock(context)).toMatchObject({
			offsetMs: AHEAD + 60 * 86_400_000,
			frozen: true
		});
		await post('reset', {});
		expect(await readClock(context)).toMatchObject({ offsetMs: 0, frozen: false });
	});
});
