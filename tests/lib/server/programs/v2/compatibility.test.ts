import type { Context } from '#lib/server/context.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication, newSecret } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
let basic = '';
let context: Context;
beforeEach(async () => {
	({ context } = storage);
	const clientId = await newApplication(context);
	const secret = await newSecret(context, clientId);
	basic = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
});

async function get(path: string, authorization = basic) {
	const response = await askFromWithin(context, '192.0.2.9', `/v2.0/${path}`, {
		headers: { authorization }
	});
	const body: unknown = await response.json();
	return { status: response.status, headers: response.headers, body };
}

const able = (capable: boolean) =>
	[
		['read_odometer', '/odometer'],
		['read_location', '/location']
	].map(([permission, endpoint]) => ({
		permission,
		endpoint,
		capable,
		reason: capable ? null : 'VEHICLE_NOT_CAPABLE'
	}));

describe('compatibility by VIN', () => {
	it.each([
		['5YJXCDE22HF068739', { compatible: true, reason: null, capabilities: able(true) }],
		['WAUAFAFL1GN014882', { compatible: true, reason: null, capabilities: able(false) }],
		[
			'WBAKE5C58DJ107700',
			{ compatible: false, reason: 'VEHICLE_NOT_COMPATIBLE', capabilities: [] }
		],
		['ZZZ00000000000000', { compatible: false, reason: 'MAKE_NOT_COMPATIBLE', capabilities: [] }]
	])('tells of %s', async (vin, body) => {
		const answer = await get(`compatibility?vin=${vin}&scope=read_odometer+read_location`);
		expect(answer).toMatchObject({ status: 200, body });
	});

	it('tells each path that a permission opens', async () => {
		const { body } = await get(
			'compatibility?vin=5YJXCDE22HF068739&scope=required:control_charge&country=US'
		);
		expect(body).toMatchObject({
			capabilities: expect.arrayContaining([
				{ permission: 'control_charge', endpoint: '/charge', capable: true, reason: null },
				{
					permission: 'control_charge',
					endpoint: '/tesla/charge/charge_port_door',
					capable: true,
					reason: null
				}
			])
		});
	});

	it.each([
		['scope=read_odometer', 'vin'],
		['vin=1&scope=read_odometer', 'vin'],
		['vin=5YJXCDE22HF068739', 'scope'],
		['vin=5YJXCDE22HF068739&scope=read_minds', 'scope.0'],
		['vin=5YJXCDE22HF068739&scope=read_vin&country=Germany', 'country']
	])('is refused for %s', async (query, field) => {
		expect(await get(`compatibility?${query}`)).toMatchObject({
			status: 400,
			body: { type: 'VALIDATION', detail: [{ field }] }
		});
	});

	it('wants the id and the secret of an application', async () => {
		const refused = await get('compatibility?vin=5YJXCDE22HF068739&scope=read_vin', 'Bearer x');
		expect(refused).toMatchObject({ status: 401, body: { type: 'AUTHENTICATION', code: null } });
		expect(refused.headers.get('www-authenticate')).toContain('Basic');
		const wrong = `Basic ${Buffer.from('8229df9f-91a0-4ff0-a1ae-a1f38ee24d07:x').toString('base64')}`;
		expect((await get('compatibility/matrix?region=US', wrong)).status).toBe(401);
	});
});

describe('the compatibility matrix', () => {
	it('lists the models that can do what is asked for', async () => {
		const { body } = await get(
			'compatibility/matrix?region=US&make=NISSAN+TESLA&type=BEV&scope=read_battery+read_charge'
		);
		expect(body).toEqual({
			NISSAN: expect.arrayContaining([
				{
					model: 'Leaf',
					startYear: expect.any(Number),
					endYear: expect.any(Number),
					type: 'BEV',
					endpoints: expect.arrayContaining([expect.any(String)]),
					permissions: expect.arrayContaining(['read_battery', 'read_charge'])
				}
			]),
			TESLA: expect.arrayContaining([expect.objectContaining({ model: 'Model 3' })])
		});
	});

	it('leaves out brands and models that cannot', async () => {
		const { body } = await get('compatibility/matrix?region=US&scope=control_pin');
		expect(body).toEqual({ TESLA: expect.any(Array) });
		expect((await get('compatibility/matrix?region=MARS')).status).toBe(400);
	});
});
