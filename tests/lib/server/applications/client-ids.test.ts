import {
	createApplication,
	deleteApplication,
	getApplication
} from '#lib/server/applications/applications.ts';
import { changeClientId, findRenamed } from '#lib/server/applications/client-ids.ts';
import {
	createMachineClient,
	listMachineClients
} from '#lib/server/applications/machine-clients.ts';
import { makeManagementToken } from '#lib/server/applications/management-token.ts';
import { sampleSecret } from '#lib/server/connect/sample/secret.ts';
import type { Transaction } from '#lib/server/context.ts';
import { vehicleCalls } from '#lib/server/db/call-schema.ts';
import { sampleRuns } from '#lib/server/db/client-schema.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { applications, formerClientIds, versions } from '#lib/server/db/schema.ts';
import { readDraft } from '#lib/server/configurations/drafts.ts';
import { updateStartUnticked } from '#lib/server/applications/sandbox-settings.ts';
import { eq, getTableColumns } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { connect, newApplication, newSecret, publishItems } from '../../../support/connect.ts';
import { newWebhook } from '../../../support/made-webhooks.ts';
import { everything, TABLES_OF_APPLICATIONS, type Row } from '../../../support/everything.ts';
import { rehearse } from '../../../support/rehearsed.ts';
import { reasonOf } from '../../../support/reason.ts';
import { useStorage } from '../../../support/storage.ts';
import { exchange, tokensOf } from '../../../support/tokens.ts';

const storage = useStorage();

const GIVEN = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const OTHER = '11111111-2222-4333-8444-555555555555';

/** An application with a row in every table that hangs on one. */
async function grownApplication(): Promise<{ clientId: string; secret: string }> {
	const clientId = await newApplication(storage.context);
	const secret = await newSecret(storage.context, clientId);
	await createMachineClient(storage.context, clientId, 'Server');
	const [machine] = await listMachineClients(storage.context, clientId);
	await newSecret(storage.context, clientId, machine?.id);
	await sampleSecret(storage.context, clientId);
	await makeManagementToken(storage.context, clientId);
	await updateStartUnticked(storage.context, clientId, true);
	await publishItems(storage.context, clientId, 'odometer-traveleddistance');
	await publishItems(storage.context, clientId, 'odometer-traveleddistance', 'charge-ischarging!');
	tokensOf(
		await exchange(storage.context, { clientId, secret }, await connect(storage.context, clientId))
	);
	await storage.context.write(async ({ db }) => {
		const [browserDigest, stateDigest] = [Buffer.from([1]), Buffer.from([2])];
		const redirectUri = 'https://example.com';
		await db
			.insert(sampleRuns)
			.values({ clientId, browserDigest, stateDigest, redirectUri, startedAt: 1 });
		await db
			.insert(formerClientIds)
			.values({ formerId: OTHER, clientId, madeHere: true, changedAt: 1 });
		const [vehicle] = await db.select({ vehicleId: vehicles.id }).from(vehicles);
		if (vehicle)
			await db.insert(vehicleCalls).values({ ...vehicle, clientId, month: '2026-11', calls: 1 });
		await rehearse(db, clientId);
	});
	await newWebhook(storage.context, clientId);
	return { clientId, secret };
}

/** The same rows with another client id, wherever it stands as a whole value. */
function under(rows: readonly Row[], from: string, to: string): readonly Row[] {
	return rows.map((row) =>
		Object.fromEntries(
			Object.entries(row).map(([name, value]) => [name, value === from ? to : value])
		)
	);
}

describe('changeClientId', () => {
	it('takes every child along, changes nothing else in it, and notes the id it had', async () => {
		const { clientId } = await grownApplication();
		const before = await everything(storage.context);
		for (const name of TABLES_OF_APPLICATIONS) expect(before.get(name), name).not.toHaveLength(0);
		expect(TABLES_OF_APPLICATIONS.length).toBeGreaterThan(9);

		expect(await changeClientId(storage.context, clientId, GIVEN)).toEqual({
			ok: true,
			clientId: GIVEN
		});

		const after = await everything(storage.context);
		for (const [name, rows] of before) {
			if (name === 'applications' || name === 'former_client_ids') continue;
			expect(after.get(name), name).toEqual(under(rows, clientId, GIVEN));
		}
		expect(after.get('applications')).toMatchObject([
			{ clientId: GIVEN, clientIdMadeHere: false, name: 'Charge Planner' }
		]);
		const former = after.get('former_client_ids');
		expect(former).toHaveLength(2);
		expect(former).toContainEqual(expect.objectContaining({ formerId: OTHER, clientId: GIVEN }));
		const left = { formerId: clientId, clientId: GIVEN, madeHere: true };
		expect(former).toContainEqual(expect.objectContaining(left));
	});

	it('lets a secret and a code of before work under the new id', async () => {
		const { clientId, secret } = await grownApplication();
		const code = await connect(storage.context, clientId);
		await changeClientId(storage.context, clientId, GIVEN);
		const answer = await exchange(storage.context, { clientId: GIVEN, secret }, code);
		expect(tokensOf(answer).access).not.toBe('');
	});

	it('changes nothing when a child cannot go along', async () => {
		const { clientId } = await grownApplication();
		const other = await newApplication(storage.context, 'Fleet');
		// What is written last meets a row that is there already.
		const former = { formerId: clientId, clientId: other, madeHere: true, changedAt: 1 };
		await storage.context.write(async ({ db }) => db.insert(formerClientIds).values(former));
		const before = await everything(storage.context);
		await expect(changeClientId(storage.context, clientId, GIVEN)).rejects.toThrow();
		expect(await everything(storage.context)).toEqual(before);
	});

	it('tells again that an id was made here once it is taken back', async () => {
		const clientId = await newApplication(storage.context);
		await changeClientId(storage.context, clientId, GIVEN);
		expect(await getApplication(storage.context, GIVEN)).toMatchObject({ clientIdMadeHere: false });
		await changeClientId(storage.context, GIVEN, clientId.toUpperCase());
		expect(await getApplication(storage.context, clientId)).toMatchObject({
			clientIdMadeHere: true
		});
		expect(await findRenamed(storage.context, clientId)).toBeNull();
		expect(await findRenamed(storage.context, GIVEN)).toEqual({ clientId, name: 'Charge Planner' });
	});

	it('leads from every id it ever had to the one it has, until it is deleted', async () => {
		const first = await newApplication(storage.context);
		await changeClientId(storage.context, first, GIVEN);
		await changeClientId(storage.context, GIVEN, OTHER);
		for (const former of [first, GIVEN]) {
			expect(await findRenamed(storage.context, former)).toEqual({
				clientId: OTHER,
				name: 'Charge Planner'
			});
		}
		expect(await findRenamed(storage.context, OTHER)).toBeNull();
		await deleteApplication(storage.context, OTHER, 'Charge Planner');
		expect(await findRenamed(storage.context, GIVEN)).toBeNull();
		expect(
			await createApplication(storage.context, { name: 'Next', clientId: GIVEN })
		).toMatchObject({ ok: true });
	});

	it('does nothing for the id that it has', async () => {
		const clientId = await newApplication(storage.context);
		const before = await everything(storage.context);
		expect(await changeClientId(storage.context, clientId, ` ${clientId.toUpperCase()} `)).toEqual({
			ok: true,
			clientId
		});
		expect(await everything(storage.context)).toEqual(before);
	});

	it('refuses what another application has or had, by its name', async () => {
		const fleet = await newApplication(storage.context, 'Fleet');
		const planner = await newApplication(storage.context);
		await changeClientId(storage.context, fleet, GIVEN);
		expect(await changeClientId(storage.context, planner, GIVEN)).toMatchObject({
			code: 'client-id-taken',
			field: 'clientId',
			data: { clientId: GIVEN, name: 'Fleet' }
		});
		for (const attempt of [
			await changeClientId(storage.context, planner, fleet),
			await createApplication(storage.context, { name: 'Third', clientId: fleet })
		]) {
			expect(attempt).toMatchObject({
				code: 'client-id-former',
				field: 'clientId',
				data: { clientId: fleet, name: 'Fleet' }
			});
		}
		expect(await readDraft(storage.context, planner)).toMatchObject({ selection: [] });
	});

	it('refuses what is no client id, and hands back what was written', async () => {
		const clientId = await newApplication(storage.context);
		expect(await changeClientId(storage.context, clientId, 'client_1')).toEqual({
			ok: false,
			kind: 'refused',
			code: 'client-id-unreadable',
			field: 'clientId',
			data: { text: 'client_1' }
		});
	});

	it('tells of an application that is gone', async () => {
		expect(await changeClientId(storage.context, OTHER, GIVEN)).toEqual({
			ok: false,
			kind: 'gone',
			what: 'application'
		});
	});
});

const UNTOUCHED = /A published version is never changed/;

describe('a published version', () => {
	const publishedApplication = async () => {
		const clientId = await newApplication(storage.context);
		await publishItems(storage.context, clientId, 'odometer-traveleddistance');
		return clientId;
	};
	const columns = Object.entries(getTableColumns(versions));
	const OTHER_VALUES: Record<string, unknown> = {
		number: 9,
		string: 'other',
		/** As which the text of one engine counts. */
		custom: 'other',
		json: ['other']
	};

	it.each(columns)(
		'is untouchable in its %s, alone or together with its client id',
		async (column, { dataType }) => {
			const change = { [column]: OTHER_VALUES[dataType] };
			const clientId = await publishedApplication();
			const alone = storage.context.write(async ({ db }) => db.update(versions).set(change));
			await expect(alone).rejects.toSatisfy((error) => UNTOUCHED.test(reasonOf(error)));
			if (column === 'clientId') return;
			const together = storage.context.write(async ({ db }) => {
				await db.update(applications).set({ clientId: GIVEN });
				await db
					.insert(formerClientIds)
					.values({ formerId: clientId, clientId: GIVEN, madeHere: true, changedAt: 1 });
				await db.update(versions).set({ clientId: GIVEN, ...change });
			});
			await expect(together).rejects.toSatisfy((error) => UNTOUCHED.test(reasonOf(error)));
		}
	);

	it('moves to no other application', async () => {
		const clientId = await publishedApplication();
		const fleet = await newApplication(storage.context, 'Fleet');
		const move = async ({ db }: Transaction) => {
			await db.update(versions).set({ clientId: fleet });
		};
		await expect(storage.context.write(move)).rejects.toSatisfy((error) =>
			UNTOUCHED.test(reasonOf(error))
		);
		const orphaned = storage.context.write(async (transaction) => {
			await transaction.db
				.update(applications)
				.set({ clientId: GIVEN })
				.where(eq(applications.clientId, clientId));
			await move(transaction);
		});
		await expect(orphaned).rejects.toSatisfy((error) => UNTOUCHED.test(reasonOf(error)));
	});
});

describe('createApplication with a client id', () => {
	it.each([
		['', true],
		['   ', true],
		[GIVEN, false],
		[` ${GIVEN.toUpperCase()}\n`, false]
	])('knows for %j whether the id was made here', async (clientId, clientIdMadeHere) => {
		const created = await createApplication(storage.context, { name: 'Charge Planner', clientId });
		if (!created.ok) throw new Error(created.kind);
		if (!clientIdMadeHere) expect(created.clientId).toBe(GIVEN);
		expect(await getApplication(storage.context, created.clientId)).toMatchObject({
			clientIdMadeHere
		});
	});

	it('refuses one that another application has, by its name', async () => {
		await createApplication(storage.context, { name: 'Fleet', clientId: GIVEN });
		expect(
			await createApplication(storage.context, { name: 'Second', clientId: GIVEN })
		).toMatchObject({
			code: 'client-id-taken',
			field: 'clientId',
			data: { clientId: GIVEN, name: 'Fleet' }
		});
	});
});
