import { makeManagementToken } from '#lib/server/applications/management-token.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { beforeEach, expect, it, vi } from 'vitest';
import smartcar from 'smartcar';
import { z } from 'zod';
import { Evidence, placeTable } from '../../../support/evidence/evidence.ts';
import { OPERATIONS } from '../../../support/evidence/operations.ts';
import { callAccount, callManagement, callV3, callVehicle } from '../../../support/sdk/calls.ts';
import { beginProof, PROVABLE, unrelatedTo, type Proof } from '../../../support/proof.ts';
import { useSqlite } from '../../../support/storage.ts';
import { machineTokenOf } from '../../../support/v3.ts';

const DOCUMENT = 'docs/vehicle-api.md';
const DISCONNECT = 'v2-vehicle-disconnect';

const storage = useSqlite();
let evidence: Evidence;
let proof: Proof;
beforeEach(async () => {
	evidence = new Evidence();
	proof = await beginProof(storage, { record: evidence.record });
	for (const name of ['API', 'API_V3', 'AUTH', 'MANAGEMENT_API']) {
		vi.stubEnv(`SMARTCAR_${name}_ORIGIN`, proof.origin);
	}
	return () => {
		vi.unstubAllEnvs();
		return proof.close();
	};
});

const items = PROVABLE.filter(({ code }) => code !== DISCONNECT).toSorted(
	(one, other) => Number(one.kind === 'command') - Number(other.kind === 'command')
);

/** Each item with its permissions, and without. */
async function askItems(): Promise<void> {
	for (const item of items) {
		await proof.ask(item, PERMISSION_NAMES);
		if (item.path.includes('{make}')) await driveOfBrand(item);
	}
	for (const item of items) {
		if (item.permissions.length > 0) await proof.ask(item, [unrelatedTo(item)]);
	}
}

/** The paths of brands have no method of their own in the SDK. */
async function driveOfBrand(item: CatalogItem): Promise<void> {
	const { vehicleId, access } = proof.client;
	const { method, url, body } = await proof.prepare(item, PERMISSION_NAMES);
	const [, beneath = ''] = url.split(`${vehicleId}/`);
	const sent = typeof body === 'object' && body !== null ? body : undefined;
	await new smartcar.Vehicle(vehicleId, access).request(method, beneath, sent);
}

const Listed = z.object({ data: z.array(z.object({ id: z.string() })) });

/** What applications ask with a token of their own, which no owner's grant is asked about. */
async function askAsApplication(): Promise<void> {
	const { clientId, access, vehicleId } = proof.client;
	const token = await machineTokenOf(proof.context(), clientId);
	const ask = async (path: string, method = 'GET', bearer = token, attributes?: object) => {
		const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
		const body = attributes && JSON.stringify({ data: { attributes } });
		const response = await fetch(`${proof.origin}/v3${path}`, { method, headers, body });
		const text = await response.text();
		return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
	};
	await ask('/applications');
	await ask(`/applications/${clientId}`);
	const { id: userId } = await smartcar.getUser(access);
	const { webhookId } = proof;
	await ask('/webhooks');
	await ask(`/webhooks/${webhookId}`);
	await ask('/subscriptions', 'POST', token, { webhookId, userId, vehicleId });
	const subscribed = await ask('/subscriptions');
	const subscription = `/subscriptions/${Listed.parse(subscribed.body).data[0]?.id ?? ''}`;
	await ask(subscription);
	expect((await ask(subscription, 'DELETE')).status).toBe(204);
	const listed = await ask('/connections?filter[vehicle.mode]=simulated');
	const id = Listed.parse(listed.body).data[0]?.id ?? '';
	await ask(`/connections/${id}`);
	await proof.grant(['read_odometer']);
	expect((await ask(`/vehicles/${vehicleId}`, 'GET', access)).status).toBe(403);
	expect((await ask(`/connections/${id}`, 'DELETE')).status).toBe(204);
	await proof.connectAgain();
	expect((await ask(`/users/${userId}`, 'DELETE')).status).toBe(204);
}

it('sees every operation answer as described, and writes so into its document', async () => {
	const { vehicleId, access, clientId, secret } = proof.client;
	await callVehicle(vehicleId, access);
	await callV3(vehicleId, access, false);
	await callAccount(access, { clientId, clientSecret: secret });
	await askItems();
	await proof.grant(PERMISSION_NAMES);
	await askAsApplication();

	const made = await makeManagementToken(proof.context(), clientId);
	if (!made.ok) throw new Error(made.kind);
	await proof.connectAgain();
	const car = new smartcar.Vehicle(proof.client.vehicleId, proof.client.access);
	const { webhookId } = proof;
	expect(await car.subscribe(webhookId)).toMatchObject({
		webhookId,
		vehicleId: proof.client.vehicleId
	});
	expect(await car.unsubscribe(made.token, webhookId)).toMatchObject({ status: 'success' });
	await callManagement(made.token, proof.client.vehicleId);
	await proof.connectAgain();
	const again = new smartcar.Vehicle(proof.client.vehicleId, proof.client.access);
	await again.disconnect();

	const missing = OPERATIONS.filter((operation) => !evidence.has(operation, 'checked'));
	expect(missing.map(({ name }) => name)).toEqual([]);
	const open = OPERATIONS.filter(
		(operation) => operation.needsPermission && !evidence.has(operation, 'refused')
	);
	// An item that it delivers needs one, and a subscription alone does not.
	expect(open.map(({ name }) => name)).toEqual([
		'POST /v2.0/vehicles/{vehicleId}/webhooks/{webhookId}'
	]);

	const before = readFileSync(DOCUMENT, 'utf8');
	const options = await resolveConfig(DOCUMENT);
	const after = await format(placeTable(before, evidence.table()), {
		...options,
		parser: 'markdown'
	});
	// `npm run evidence` writes it.
	await expect(after).toMatchFileSnapshot(`${process.cwd()}/${DOCUMENT}`);
}, 120_000);
