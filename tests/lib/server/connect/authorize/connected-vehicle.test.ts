import { disconnect } from '#lib/server/connect/disconnect.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	CALLBACK,
	connect,
	newApplication,
	withApplication,
	open,
	queryOf,
	requestIn,
	type Parameters
} from '../../../../support/connect.ts';
import { listConnections } from '../../../../support/list-connections.ts';
import { seen } from '../../../../support/worded.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId = '';
beforeEach(async () => ({ context, clientId } = await withApplication(storage)));

const requestOf = (parameters: Parameters, path?: 'authorize' | 'reauthenticate') =>
	requestIn(context, queryOf(clientId, parameters), path);

describe('a link for a new sign-in', () => {
	const AGAIN = { scope: '', make: '', mode: '' };
	let vehicleId = '';
	beforeEach(async () => {
		await connect(context, clientId);
		vehicleId = (await listConnections(context, clientId))[0]?.vehicle.id ?? '';
	});

	it('takes both public forms, and any case of the id', async () => {
		const expected = {
			responseType: 'vehicle_id',
			vehicleId,
			asked: [],
			mode: 'simulated',
			make: 'CHEVROLET',
			redirectUri: CALLBACK,
			externalId: 'c-1',
			version: null,
			approvalPrompt: 'auto',
			singleSelect: false,
			singleSelectVin: null,
			refuse: []
		};
		const common = { ...AGAIN, external_id: 'c-1', valetkey_refuse: 'read_vin' };
		expect(await requestOf({ ...common, response_type: vehicleId })).toMatchObject(expected);
		for (const id of [vehicleId, vehicleId.toUpperCase()]) {
			expect(
				await requestOf(
					{ ...common, response_type: 'vehicle_id', vehicle_id: id },
					'reauthenticate'
				)
			).toMatchObject(expected);
		}
	});

	it('has one answer for every vehicle that is not connected, known or not', async () => {
		const stranger = await newApplication(context, 'Fleet');
		const [connection] = await listConnections(context, clientId);
		const answers = new Set<string>();
		const ask = async (client: string, id: string) => {
			for (const [parameters, path] of [
				[{ response_type: 'vehicle_id', vehicle_id: id }, 'reauthenticate'],
				...(/^[0-9a-f-]{36}$/.test(id) ? [[{ response_type: id }, 'authorize'] as const] : [])
			] as const) {
				const opened = seen(
					await open(context, queryOf(client, { ...AGAIN, ...parameters }), path)
				);
				answers.add(opened.kind === 'redirect' ? opened.location : opened.kind);
			}
		};
		await ask(clientId, '36ab27d0-fd9d-4455-823a-ce30af709ffc');
		await ask(clientId, 'nonsense');
		await ask(clientId, '');
		await ask(stranger, vehicleId);
		await disconnect(context, clientId, connection?.id ?? '');
		await ask(clientId, vehicleId);
		const description = 'vehicle_id: The application is connected to no vehicle with this id.';
		const [answer = '', ...others] = answers;
		expect(others).toEqual([]);
		expect(new URL(answer).searchParams.get('error_description')).toBe(description);
		expect(new URL(answer).searchParams.get('error')).toBe('invalid_request');
	});
});
