import { listApplications } from '#lib/server/applications/application-list.ts';
import { createDemoOnce } from '#lib/server/applications/demo.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { actions } from '../../../../src/routes/(dashboard)/start-over/+page.server.ts';
import { newApplication } from '../../../support/connect.ts';
import { formEvent } from '../../../support/form-event.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

beforeEach(async () => {
	await createDemoOnce(storage.context, 'http://127.0.0.1:3000');
	await newApplication(storage.context, 'Of mine');
});

function post(fields: object, context: Context = storage.context): unknown {
	const event = formEvent(context, {}, new URLSearchParams({ ...fields }));
	return Reflect.apply(actions.default ?? (() => null), undefined, [event]);
}

const names = async () =>
	(await listApplications(storage.context)).applications.map(({ name }) => name).toSorted();

describe('the page that starts over', () => {
	it.each([
		['demo', ['Charge Planner']],
		['nothing', []]
	])('empties the sandbox, and leaves %s there', async (then, left) => {
		const location = `/start-over?done=${then}`;
		await expect(post({ then, sure: 'on' })).rejects.toMatchObject({ status: 303, location });
		expect(await names()).toEqual(left);
	});

	it.each([
		[{ then: 'demo' }, 'Nothing was removed: tick “Yes, remove all of it” first.'],
		[{ then: 'seed', sure: 'on' }, 'Nothing was removed: choose what is there then.'],
		[{}, 'Nothing was removed: choose what is there then.']
	])('removes nothing for %j', async (fields, error) => {
		expect(await post(fields)).toMatchObject({ status: 400, data: { error } });
		expect(await names()).toEqual(['Charge Planner', 'Of mine']);
	});

	it('is off on a server that others reach', async () => {
		const { context } = storage;
		const open = { ...context, settings: { ...context.settings, isPublic: true } };
		const answer = await post({ then: 'nothing', sure: 'on' }, open);
		expect(answer).toMatchObject({ status: 403 });
		expect(await names()).toEqual(['Charge Planner', 'Of mine']);
	});
});
