import { readConnectQuery } from '#lib/connect/authorize/read-query.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { checkClient } from '#lib/server/connect/authorize/check-client.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication } from '../../../../support/connect.ts';
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

const check = (search: string, developer = true) =>
	checkClient(context, readConnectQuery('authorize', `?response_type=code&${search}`), developer);

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

	const MISSING =
		'The link has to name its application: add client_id with the application’s client id.';
	it.each([
		['', '400: Missing required parameter: "client_id"', MISSING],
		['client_id=', '400: Missing required parameter: "client_id"', MISSING],
		['application_id=', '400: Missing required parameter: "application_id"', MISSING],
		[
			'client_id=client_01H',
			'400: Invalid parameter client_id: client_01H.',
			'“client_01H” is the id of machine credentials; write the application’s own id, a UUID like 8229df9f-91a0-4ff0-a1ae-a1f38ee24d07.'
		],
		[
			'application_id=nonsense',
			'400: Invalid parameter application_id: nonsense.',
			'“nonsense” is no UUID; write an id like 8229df9f-91a0-4ff0-a1ae-a1f38ee24d07.'
		],
		[
			`client_id=${UNKNOWN}`,
			`400: Invalid parameter client_id: ${UNKNOWN}.`,
			`No application here has the client id “${UNKNOWN}”. Look it up on the Credentials page of yours.`
		]
	])('refuses %j', async (search, message, advice) => {
		expect(await check(search)).toEqual({ message, advice });
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

	it('refuses two ids that differ, whichever is known', async () => {
		for (const search of [
			`client_id=${clientId}&client_id=${UNKNOWN}`,
			`client_id=${UNKNOWN}&client_id=${clientId}`,
			`client_id=${clientId}&application_id=${UNKNOWN}`
		]) {
			expect(await check(search)).toMatchObject({
				message: expect.stringMatching(/^400: Invalid parameter client_id: /),
				advice: expect.stringMatching(/^It stands twice, as .+; write it once\.$/)
			});
		}
	});

	it('leaves what is wrong with other parameters to whoever looks at those', async () => {
		const faulty = 'mode=live&mode=simulated&state=100%';
		expect(await check(`client_id=${clientId}&${faulty}`)).toMatchObject({ clientId });
		expect(await check(`client_id=${UNKNOWN}&${faulty}`)).toMatchObject({
			advice: expect.stringMatching(/^No application here has the client id/)
		});
	});

	it('cuts what it repeats, and helps only the developer to look it up', async () => {
		expect(await check(`client_id=${'x'.repeat(500)}`)).toMatchObject({
			message: `400: Invalid parameter client_id: ${'x'.repeat(100)}.`
		});
		expect(await check(`client_id=${UNKNOWN}`, false)).toMatchObject({
			advice: 'The link belongs to no application. Ask whoever gave it to you for a new one.'
		});
	});
});
