import { grantGap } from '#lib/access/grant-gap.ts';
import { parseScope } from '#lib/access/scope.ts';
import type { ComparedConnection } from '#lib/server/connect/connections.ts';
import { expect, it } from 'vitest';
import {
	csvParts,
	jsonParts
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/connections/ask-again-file.ts';

const application = { origin: 'https://keys.example', clientId: 'the-id' };
const asked = parseScope('read_battery read_location').permissions;

function connection(facts: Partial<ComparedConnection> & { readonly id: string }) {
	const made: ComparedConnection = {
		vehicle: {
			id: 'v',
			toldId: 'v',
			vin: '1G1RD6E40BU100001',
			make: 'Chevrolet',
			model: 'Volt',
			year: 2023,
			name: 'Chevrolet Volt 2023'
		},
		account: { id: 'a', username: 'owner@example.com', make: 'CHEVROLET' },
		mode: 'simulated',
		user: null,
		externalId: null,
		granted: ['read_vin'],
		asked,
		version: 1,
		firstGrantedAt: 0,
		updatedAt: 0,
		narrowedAt: null,
		signInNeeded: false,
		ending: null,
		gap: grantGap(['read_vin'], asked),
		...facts
	};
	return made;
}

async function* batches() {
	await Promise.resolve();
	yield [connection({ id: 'a', externalId: '=1+1', user: 'u, "1"' })];
	yield [];
	yield [connection({ id: 'b', gap: grantGap(['read_battery'], asked) })];
}

const LINK =
	'https://keys.example/sandbox/start?response_type=code&client_id=the-id&approval_prompt=force&mode=simulated&make=CHEVROLET';

it('is lines of a spreadsheet, in which nothing is calculated', async () => {
	const parts = await Array.fromAsync(csvParts(application, batches()));
	expect(parts.join('')).toBe(
		[
			'\uFEFFvehicle,vin,owner,externalId,user,lacks,link',
			`Chevrolet Volt 2023,1G1RD6E40BU100001,owner@example.com,'=1+1,"u, ""1""",read_battery read_location,${LINK}&user=u%2C%20%221%22&external_id=%3D1%2B1`,
			`Chevrolet Volt 2023,1G1RD6E40BU100001,owner@example.com,,,read_location,${LINK}`,
			''
		].join('\r\n')
	);
});

it('is JSON, with the version that is asked for', async () => {
	const parts = await Array.fromAsync(jsonParts(application, { version: 3, batches: batches() }));
	expect(JSON.parse(parts.join(''))).toEqual({
		clientId: 'the-id',
		version: 3,
		connections: [
			{
				vehicle: 'Chevrolet Volt 2023',
				vin: '1G1RD6E40BU100001',
				owner: 'owner@example.com',
				externalId: '=1+1',
				user: 'u, "1"',
				lacks: ['read_battery', 'read_location'],
				link: `${LINK}&user=u%2C%20%221%22&external_id=%3D1%2B1`
			},
			expect.objectContaining({ externalId: null, lacks: ['read_location'], link: LINK })
		]
	});
});

it('is a whole file where nobody is to be asked', async () => {
	async function* none(): AsyncGenerator<readonly ComparedConnection[]> {}
	const csv = await Array.fromAsync(csvParts(application, none()));
	expect(csv.join('')).toBe('\uFEFFvehicle,vin,owner,externalId,user,lacks,link\r\n');
	const json = await Array.fromAsync(jsonParts(application, { version: null, batches: none() }));
	expect(JSON.parse(json.join(''))).toEqual({ clientId: 'the-id', version: null, connections: [] });
});
