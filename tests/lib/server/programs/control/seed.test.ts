import { getApplication } from '#lib/server/applications/applications.ts';
import { listSecrets } from '#lib/server/applications/client-secrets.ts';
import { saveDraft } from '#lib/server/configurations/drafts.ts';
import { pageOfVersions } from '#lib/server/configurations/told-versions.ts';
import { latestVersion } from '#lib/server/configurations/versions.ts';
import type { Context } from '#lib/server/context.ts';
import { clientSecrets } from '#lib/server/db/client-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication, publishItems } from '../../../../support/connect.ts';
import { control } from '../../../../support/control.ts';
import { everything } from '../../../../support/everything.ts';
import { done, draftOf } from '../../../../support/outcome.ts';
import { clientIdOf, ENTRY, selectionOf } from '../../../../support/seeds.ts';
import { START, useStorage } from '../../../../support/storage.ts';
import { ask } from '../../../../support/tokens.ts';

const storage = useStorage();
const { clientId } = ENTRY;
/** An hour after everything else, so that nothing is written anew unseen. */
let later: Context;

beforeEach(() => {
	later = storage.at(START + 60 * 60 * 1000);
});

const seedAt = (context: Context, ...applications: readonly object[]) =>
	control(context, 'seed', { applications });

const seed = (...applications: readonly object[]) => seedAt(storage.context, ...applications);

/** Saves a selection as a person does. */
async function edit(...codes: readonly string[]): Promise<void> {
	const { revision } = await draftOf(storage.context, clientId);
	const { items } = selectionOf(...codes);
	const change = { clientId, baseRevision: revision, selection: items };
	done(await saveDraft(storage.context, change));
}

const codes = async () =>
	(await draftOf(storage.context, clientId)).selection.map(({ code }) => code);

const versions = async () => (await pageOfVersions(storage.context, clientId, 1)).total;

const WRITTEN = {
	clientId,
	name: ENTRY.name,
	change: 'created',
	draft: 'written',
	version: 1
};
const UNCHANGED = { ...WRITTEN, change: 'unchanged', draft: 'unchanged' };

describe('POST /sandbox/api/seed', () => {
	it('creates an application with all that the seed says of it', async () => {
		const { status, body } = await seed(ENTRY);
		expect(status).toBe(200);
		expect(body).toEqual({ applications: [WRITTEN] });
		const application = await getApplication(storage.context, clientId);
		expect(application).toMatchObject({ name: ENTRY.name, clientIdMadeHere: false });
		expect(application?.redirectUris).toMatchObject([
			{ uri: 'http://localhost:8000/callback', isDefault: true },
			{ uri: 'https://example.com/callback' },
			{ uri: 'http://127.0.0.1:3000/sandbox/callback', isBuiltIn: true, isDefault: false }
		]);
		expect(await latestVersion(storage.context, clientId)).toMatchObject({
			number: 1,
			scope: 'read_battery required:read_odometer',
			message: 'From a seed'
		});
	});

	it('keeps of the secret its digest alone, and takes it as any other', async () => {
		await seed(ENTRY);
		const rows = await storage.context.read(async ({ db }) => db.select().from(clientSecrets));
		const { key } = storage.context;
		const digest = key.digest(ENTRY.clientSecret);
		expect(rows).toMatchObject([{ digest, keyId: key.id, tail: 'line' }]);
		expect(JSON.stringify([...(await everything(storage.context))])).not.toContain(
			ENTRY.clientSecret
		);
		const client = { clientId, secret: ENTRY.clientSecret };
		const sent = { grant_type: 'authorization_code', code: 'x' };
		expect((await ask(storage.context, client, sent)).body.error).toBe('invalid_request');
		const stranger = { clientId, secret: 'another' };
		expect((await ask(storage.context, stranger, sent)).body.error).toBe('invalid_client');
	});

	it.each([
		['abc', ''],
		['abcdefgh', 'gh'],
		['a'.repeat(256), 'aaaa']
	])('shows at most a quarter of a secret again', async (clientSecret, tail) => {
		await seed({ ...ENTRY, clientSecret });
		expect(await listSecrets(storage.context, clientId)).toMatchObject([{ tail }]);
	});

	it('changes nothing when it comes again', async () => {
		const two = { name: 'Two', clientId: clientIdOf(2), selection: selectionOf('vin') };
		await seed(ENTRY, two);
		const before = await everything(storage.context);
		const spelled = { ...ENTRY, clientId: clientId.toUpperCase(), name: ` ${ENTRY.name} ` };
		for (const entry of [ENTRY, spelled]) {
			const { status, body } = await seedAt(later, entry, two);
			expect(status).toBe(200);
			expect(body).toMatchObject({
				applications: [UNCHANGED, { change: 'unchanged', draft: 'unchanged', version: null }]
			});
			expect(await everything(storage.context)).toEqual(before);
		}
	});

	it('does not mind the order of what it names', async () => {
		await seed(ENTRY);
		const { version, items } = ENTRY.selection;
		const reversed = {
			...ENTRY,
			redirectUris: ENTRY.redirectUris.toReversed(),
			selection: { version, items: items.toReversed() }
		};
		expect((await seed(reversed)).body).toEqual({ applications: [UNCHANGED] });
	});

	it('comes from two at once as from one', async () => {
		const answers = await Promise.all([seed(ENTRY), seed(ENTRY), seed(ENTRY)]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		const changes = answers.map(({ body }) => JSON.stringify(body).match(/created|unchanged/)?.[0]);
		expect(changes.toSorted()).toEqual(['created', 'unchanged', 'unchanged']);
		expect(await versions()).toBe(1);
		expect(await listSecrets(storage.context, clientId)).toHaveLength(1);
	});

	it('needs a name and a client id alone, and leaves what it does not name', async () => {
		await seed(ENTRY);
		const before = await everything(storage.context);
		expect((await seedAt(later, { name: ENTRY.name, clientId })).body).toEqual({
			applications: [UNCHANGED]
		});
		expect((await seed()).body).toEqual({ applications: [] });
		expect(await everything(storage.context)).toEqual(before);
	});

	it('adds to what is there: name, redirect URIs, a second secret', async () => {
		await seed(ENTRY);
		const redirectUris = ['http://127.0.0.1:3000/sandbox/callback', 'https://two.example/'];
		const more = { name: 'Renamed', clientId, clientSecret: 'second', redirectUris };
		const { body } = await seed(more);
		expect(body).toEqual({ applications: [{ ...UNCHANGED, name: 'Renamed', change: 'updated' }] });
		const application = await getApplication(storage.context, clientId);
		expect(application?.name).toBe('Renamed');
		expect(application?.redirectUris.map(({ uri }) => uri)).toEqual([
			...ENTRY.redirectUris,
			'https://two.example/',
			'http://127.0.0.1:3000/sandbox/callback'
		]);
		expect(await listSecrets(storage.context, clientId)).toHaveLength(2);
	});
});

describe('a draft', () => {
	it('follows the seed, and is published where that says so', async () => {
		await seed(ENTRY);
		const unpublished = { ...ENTRY, selection: selectionOf('vin'), publish: false };
		const { body } = await seed(unpublished);
		expect(body).toMatchObject({ applications: [{ draft: 'written', version: 1 }] });
		expect(await codes()).toEqual(['vin']);
		const published = await seed({ ...unpublished, publish: true });
		expect(published.body).toMatchObject({
			applications: [{ change: 'updated', draft: 'unchanged', version: 2 }]
		});
		const wider = { ...ENTRY, selection: selectionOf('vin', 'make') };
		expect((await seed(wider)).body).toMatchObject({ applications: [{ version: 3 }] });
	});

	it('that a person edited stays, and the answer says so', async () => {
		await seed(ENTRY);
		await edit('make');
		const before = await everything(storage.context);
		const { body } = await seedAt(later, ENTRY);
		const note = expect.stringContaining('edited by hand');
		expect(body).toEqual({ applications: [{ ...UNCHANGED, draft: 'kept', note }] });
		expect(await everything(storage.context)).toEqual(before);
		await seedAt(later, { ...ENTRY, selection: selectionOf('vin') });
		expect(await codes()).toEqual(['make']);
	});

	it('that a person published stays, too', async () => {
		await seed(ENTRY);
		await publishItems(storage.context, clientId, 'vin');
		const { body } = await seed(ENTRY);
		expect(body).toMatchObject({ applications: [{ draft: 'kept', version: 2 }] });
		expect(await versions()).toBe(2);
	});

	it('follows the seed again once it says the same', async () => {
		await seed(ENTRY);
		await edit('make');
		expect((await seed(ENTRY)).body).toMatchObject({ applications: [{ draft: 'kept' }] });
		await edit('odometer-traveleddistance!', 'tractionbattery-stateofcharge');
		expect((await seed(ENTRY)).body).toEqual({ applications: [UNCHANGED] });
		const wider = { ...ENTRY, selection: selectionOf('vin', 'make') };
		expect((await seed(wider)).body).toMatchObject({
			applications: [{ draft: 'written', version: 2 }]
		});
	});

	it('is written where nobody did anything with it, and not where somebody did', async () => {
		const mine = await newApplication(storage.context);
		const wanted = { name: 'Mine', clientId: mine, selection: selectionOf('vin'), publish: true };
		expect((await seed(wanted)).body).toMatchObject({
			applications: [{ change: 'updated', draft: 'written', version: 1 }]
		});
		await newApplication(storage.context);
		const other = await newApplication(storage.context, 'Other');
		await publishItems(storage.context, other, 'make');
		expect((await seed({ ...wanted, clientId: other })).body).toMatchObject({
			applications: [{ draft: 'kept', version: 1 }]
		});
	});
});
