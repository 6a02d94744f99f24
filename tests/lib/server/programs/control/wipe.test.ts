import { getApplication } from '#lib/server/applications/applications.ts';
import { listApplications } from '#lib/server/applications/application-list.ts';
import { createDemoOnce } from '#lib/server/applications/demo.ts';
import { readClock } from '#lib/server/connect/rehearsal.ts';
import { countAll } from '#lib/server/programs/control/wipe-all.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { control } from '../../../../support/control.ts';
import { everything } from '../../../../support/everything.ts';
import { fillSandbox, type FullSandbox } from '../../../../support/full-sandbox.ts';
import { clientIdOf, ENTRY } from '../../../../support/seeds.ts';
import { START, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
let full: FullSandbox;

beforeEach(async () => {
	full = await fillSandbox(storage.context);
});

const wipe = (body: unknown) => control(storage.context, 'wipe', body);

/** Names of the tables that hold something. */
async function filled(): Promise<readonly string[]> {
	const all = await everything(storage.context);
	return [...all].flatMap(([name, rows]) => (rows.length > 0 ? [name] : [])).toSorted();
}

it('what a wipe would remove is what it removes', async () => {
	const counts = await countAll(storage.context);
	expect((await wipe({})).body.removed).toEqual(counts);
});

describe('POST /sandbox/api/wipe', () => {
	it('empties every table but those that a start needs, and counts what was in them', async () => {
		const all = [...(await everything(storage.context))];
		const bare = all.filter(([, rows]) => rows.length === 0).map(([name]) => name);
		expect(bare, 'fill these, too').toEqual([]);
		const rowsOf = (name: string) => all.find(([table]) => table === name)?.[1].length;

		const { status, body } = await wipe({});
		expect(status).toBe(200);
		expect(body).toEqual({
			removed: {
				...{ applications: 2, versions: 1, connections: 2, consents: 2 },
				...{ sessions: 2, tokens: 2, accounts: rowsOf('vehicle_accounts') },
				...{ vehicles: rowsOf('vehicles'), owners: 1, mails: 1, webhooks: 1 },
				...{ deliveries: 1, faultRules: 1, requests: 1 }
			},
			applications: []
		});
		expect(await filled()).toEqual(['milestones', 'secret_keys']);
	});

	it('answers the same a second time, with nothing removed', async () => {
		await wipe({});
		const { removed } = (await wipe({})).body;
		expect(new Set(Object.values(Object(removed)))).toEqual(new Set([0]));
		expect(await filled()).toEqual(['milestones', 'secret_keys']);
	});

	it('goes back to the time of the machine', async () => {
		expect((await readClock(storage.context)).offsetMs).toBeGreaterThan(0);
		await wipe({});
		expect(await readClock(storage.context)).toEqual({ now: START, offsetMs: 0, frozen: false });
	});

	it('leaves the demo away, also at the next start', async () => {
		await wipe({});
		await createDemoOnce(storage.context, 'http://127.0.0.1:3000');
		expect(await filled()).toEqual(['milestones', 'secret_keys']);
	});

	it('makes the demo where that is asked for, as often as it is', async () => {
		for (const removed of [2, 1, 1]) {
			const { status, body } = await wipe({ demo: true });
			expect(status).toBe(200);
			expect(body).toMatchObject({
				removed: { applications: removed },
				applications: [
					{ name: 'Charge Planner', change: 'created', draft: 'written', version: null }
				]
			});
			expect(body).not.toHaveProperty('vehicles');
			const [{ clientId } = { clientId: '' }] = Object(body.applications);
			expect((await listApplications(storage.context)).demo).toBe(clientId);
			expect(await filled()).toEqual(
				['applications', 'drafts', 'milestones', 'redirect_uris', 'secret_keys'].toSorted()
			);
		}
	});

	it('makes what a seed wants, born at the time of the machine', async () => {
		const vehicle = { make: 'KIA', username: 'sam@owner.example', routine: 'commuter' };
		const seed = { applications: [{ ...ENTRY, clientId: full.clientId }], vehicles: [vehicle] };
		const { body } = await wipe({ seed });
		expect(body).toMatchObject({
			applications: [{ clientId: full.clientId, change: 'created', version: 1 }],
			vehicles: [{ login: { make: 'KIA', username: 'sam@owner.example' }, change: 'created' }]
		});
		expect(await getApplication(storage.context, full.clientId)).toMatchObject({
			name: ENTRY.name
		});
		const added = (await everything(storage.context)).get('vehicles');
		expect(added?.map(({ addedAt }) => addedAt)).toEqual([START]);
	});

	it('takes a client id that was a former one', async () => {
		const former = (await everything(storage.context)).get('former_client_ids')?.[0]?.formerId;
		const seed = { applications: [{ ...ENTRY, clientId: former }] };
		expect((await control(storage.context, 'seed', seed)).status).toBe(400);
		expect((await wipe({ seed })).status).toBe(200);
	});

	it.each([
		[
			'read',
			{ selection: { version: 1, items: [{ code: 'odometr' }] } },
			'selection.items[0].code'
		],
		['judged', { redirectUris: ['nowhere'] }, 'redirectUris[0]'],
		['shaped', { name: 7 }, 'name']
	])('changes nothing for a seed that cannot be %s', async (_, change, at) => {
		const before = await everything(storage.context);
		const { status, body } = await wipe({ seed: { applications: [{ ...ENTRY, ...change }] } });
		const path = `seed.applications[0].${at}`;
		expect(status).toBe(400);
		expect(body).toMatchObject({ error: 'invalid_request', problems: [{ path }] });
		expect(body.error_description).toContain(`${path}: `);
		expect(await everything(storage.context)).toEqual(before);
	});

	it('changes nothing where vehicles of a seed cannot be made after its applications', async () => {
		const before = await everything(storage.context);
		const vehicles = [{ make: 'NOBODY', username: 'sam@owner.example' }];
		const { status, body } = await wipe({ seed: { applications: [ENTRY], vehicles } });
		expect(status).toBe(400);
		expect(body).toMatchObject({ problems: [{ path: 'seed.vehicles[0].make' }] });
		expect(await everything(storage.context)).toEqual(before);
	});

	it.each([
		['{"demo":"yes"}', 'demo: Write true, or leave it out.'],
		['[]', 'Write an object, such as {}.'],
		[
			`{"demo":true,"seed":{"applications":[]}}`,
			'Write demo or seed, not both, or {} for nothing.'
		],
		['{"sead":{}}', '“sead” is no key here; did you mean “seed”?']
	])('refuses %s, and changes nothing', async (body, description) => {
		const before = await everything(storage.context);
		const answer = await wipe(body);
		expect(answer.status).toBe(400);
		expect(answer.body.error_description).toBe(description);
		expect(await everything(storage.context)).toEqual(before);
	});
});

it('has room for a seed of clients that were there under the same ids', async () => {
	const applications = [1, 2, 3].map((number) => ({ ...ENTRY, clientId: clientIdOf(number) }));
	const first = await wipe({ seed: { applications } });
	const second = await wipe({ seed: { applications } });
	expect(second.body.applications).toEqual(first.body.applications);
	expect(second.body.removed).toMatchObject({ applications: 3, versions: 3 });
});
