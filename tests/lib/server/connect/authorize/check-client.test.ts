import { readConnectQuery } from '#lib/connect/authorize/read-query.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { checkClient } from '#lib/server/connect/authorize/check-client.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication } from '../../../../support/connect.ts';
import { said } from '../../../../support/worded.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

const UNKNOWN = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(context);
});

const check = async (search: string, developer = true) => {
	const query = readConnectQuery('authorize', `?response_type=code&${search}`);
	return said(await checkClient(context, query, developer));
};

describe('checkClient', () => {
	it.each([
		['client_id', (id: string) => id],
		['application_id', (id: string) => id],
		['client_id', (id: string) => id.toUpperCase()]
	])('finds the application by %s', async (name, write) => {
		expect(await check(`${name}=${write(clientId)}`)).toMatchObject({ clientId });
	});

	it('takes the same id under both names', async () => {
		expect(await check(`client_id=${clientId}&application_id=${clientId}`)).toMatchObject({
			clientId
		});
	});

	it('refuses an id that nobody has or had', async () => {
		expect(await check(`client_id=${UNKNOWN}`)).toMatchObject({
			advice: expect.stringMatching(/^No application here has the client id/)
		});
	});

	it('refuses a former id by name, and tells only the developer of the one that came after', async () => {
		await changeClientId(context, clientId, UNKNOWN);
		for (const id of [clientId, clientId.toUpperCase()]) {
			expect(await check(`client_id=${id}`)).toEqual({
				message: `400: Invalid parameter client_id: ${id}.`,
				advice: `“${id}” was the client id of “Charge Planner” until it was changed; the application’s client id is ${UNKNOWN} now. Write that one.`
			});
		}
		expect(await check(`client_id=${clientId}`, false)).toEqual({
			message: `400: Invalid parameter client_id: ${clientId}.`,
			advice: `The client id “${clientId}” was replaced by another. Ask whoever gave you the link for a new one.`
		});
	});
});
