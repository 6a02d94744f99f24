import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import type { Context } from '#lib/server/context.ts';
import { describe, expect, it } from 'vitest';
import { newSecret } from '../../../../support/connect.ts';
import { control } from '../../../../support/control.ts';
import { done } from '../../../../support/outcome.ts';
import { clientIdOf, ENTRY, selectionOf, type SeedEntry } from '../../../../support/seeds.ts';
import { START, testContext, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
const { clientId } = ENTRY;

const seedAt = (context: Context, ...applications: readonly object[]) =>
	control(context, 'seed', { applications });

const seed = (...applications: readonly object[]) => seedAt(storage.context, ...applications);

describe('a seed that cannot be', () => {
	const many = (count: number) =>
		Array.from({ length: count }, (_, index) => `https://example.com/${index}`);
	const wrong = (field: Partial<Record<keyof SeedEntry, unknown>>) => ({ ...ENTRY, ...field });

	it.each([
		[wrong({ name: ' ' }), 'name', 'Give the application a name; vehicle owners will read it.'],
		[wrong({ name: 'x'.repeat(81) }), 'name', 'A name has at most 80 characters.'],
		[wrong({ name: 'a\u202Eb' }), 'name', 'Holds the invisible character U+202E; remove it.'],
		[wrong({ name: undefined }), 'name', 'Write the application’s name; vehicle owners will read'],
		[
			wrong({ clientId: 'app' }),
			'clientId',
			'Client ID: “app” is no UUID. Write the application’s'
		],
		[wrong({ clientId: 7 }), 'clientId', 'Write the application’s client id, like 8229df9f-'],
		[wrong({ clientSecret: '' }), 'clientSecret', 'Write up to 256 letters, digits and signs'],
		[wrong({ clientSecret: 'a+b' }), 'clientSecret', 'Write up to 256 letters, digits and signs'],
		[wrong({ clientSecret: 'a'.repeat(257) }), 'clientSecret', 'Write up to 256 letters, digits'],
		[
			wrong({ redirectUris: 'x' }),
			'redirectUris',
			'Write a list of redirect URIs, or leave it out.'
		],
		[wrong({ redirectUris: ['/x'] }), 'redirectUris[0]', 'Write the whole address with its scheme'],
		[
			wrong({ redirectUris: many(21) }),
			'redirectUris[20]',
			'An application has at most 20 redirect'
		],
		[wrong({ publish: 'yes' }), 'publish', 'Write true or false.'],
		[wrong({ selection: undefined }), 'publish', 'There is no selection to publish; write one'],
		[wrong({ selection: selectionOf() }), 'selection', 'Needs no permission, so there is nothing'],
		[
			wrong({ selection: { version: 1, items: [{ code: 'vin' }, { code: 'odometr' }] } }),
			'selection.items[1].code',
			'“odometr” is not in the catalog; look its code up there.'
		],
		[
			wrong({ selection: { version: 1, item: [] } }),
			'selection',
			'Unknown key “item” (did you mean “items”?); remove it.'
		],
		[
			{ ...ENTRY, redirecturis: [] },
			'',
			'“redirecturis” is no key here; did you mean “redirectUris”?'
		]
	])('names the field and changes nothing: %#', async (entry, field, message) => {
		const { status, body } = await seed({ name: 'First', clientId: clientIdOf(1) }, entry);
		const path = `applications[1]${field === '' ? '' : `.${field}`}`;
		expect(status).toBe(400);
		expect(body.error).toBe('invalid_request');
		expect(body.problems).toContainEqual({ path, message: expect.stringContaining(message) });
		expect((await listApplicationNames(storage.context)).count).toBe(0);
	});

	it('is told all that is in the way at once', async () => {
		const { body } = await seed({ ...ENTRY, name: '' }, { ...ENTRY, redirectUris: ['x', 'y'] });
		expect(body.error_description).toMatch(/^applications\[0\]\.name: /);
		expect(body.problems).toMatchObject([
			{ path: 'applications[0].name' },
			{ path: 'applications[1].redirectUris[0]' },
			{ path: 'applications[1].redirectUris[1]' },
			{ path: 'applications[1].clientId', message: expect.stringContaining('applications[0]') }
		]);
	});

	it('asks for a third secret', async () => {
		await seed(ENTRY);
		await newSecret(storage.context, clientId);
		const { status, body } = await seed({ ...ENTRY, name: 'Renamed', clientSecret: 'third' });
		expect(status).toBe(400);
		expect(body.error_description).toBe(
			'applications[0].clientSecret: The application has 2 other secrets; delete one of them first.'
		);
		expect((await seed(ENTRY)).body).toMatchObject({ applications: [{ change: 'unchanged' }] });
	});

	it('would go past the limit of applications', async () => {
		const context = testContext(storage.engine, START, { MAX_APPLICATIONS: '2' });
		await seedAt(context, ENTRY);
		const more = [2, 3].map((number) => ({ name: 'More', clientId: clientIdOf(number) }));
		expect((await seedAt(context, ENTRY, ...more)).body.problems).toEqual([
			{
				path: 'applications[2]',
				message: 'There would be more than 2 applications; delete some first.'
			}
		]);
		expect((await seedAt(context, ENTRY, ...more.slice(1))).status).toBe(200);
	});

	it('names a client id that leads to another application', async () => {
		await seed(ENTRY);
		done(await changeClientId(storage.context, clientId, clientIdOf(9)));
		expect((await seed(ENTRY)).body.error_description).toBe(
			'applications[0].clientId: “Charge Planner” had this client id before; write the one that it has now, or another.'
		);
	});

	it.each([
		[{}, 'applications', 'Write a list of applications.'],
		[[], '', 'Write an object with a list of applications.'],
		[{ applications: [], more: 1 }, '', '“more” is no key here; remove it.']
	])('is no list of applications: %j', async (body, path, message) => {
		const answer = await control(storage.context, 'seed', body);
		expect(answer.status).toBe(400);
		expect(answer.body.problems).toEqual([{ path, message }]);
	});
});
