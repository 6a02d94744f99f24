import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useFaultyCalls } from '../../../support/faulty-calls.ts';
import { useStorage } from '../../../support/storage.ts';
import { newV3Client } from '../../../support/v3.ts';

const storage = useStorage();
const faulty = useFaultyCalls(storage);

const Resolved = z.object({
	type: z.string(),
	code: z.string().nullable(),
	resolution: z.object({ type: z.string().nullable(), url: z.url().optional() })
});
const V3 = z.object({ errors: z.tuple([Resolved]) });

/** What users of the platform told others, and what an app can now be tried against. */
describe.each(['v2', 'v3'] as const)('over %s', (api) => {
	async function refusalBy(fault: string) {
		const { status, body } = await faulty.calls.ask(faulty.calls.at(api), fault);
		const said = api === 'v2' ? Resolved.parse(body) : V3.parse(body).errors[0];
		return { status, ...said };
	}

	// wbyoung/smartcar#133: prompts to sign in again, for signals that no sign-in brings.
	it('four answers that are taken for a lost consent differ, and two alone ask for another', async () => {
		const answers = [];
		for (const fault of [
			'PERMISSION',
			'BILLING:INVALID_PLAN',
			'COMPATIBILITY:VEHICLE_NOT_CAPABLE',
			'CONNECTED_SERVICES_ACCOUNT:PERMISSION'
		]) {
			const { status, type, resolution } = await refusalBy(fault);
			answers.push([status, type, resolution.type === 'REAUTHENTICATE']);
		}
		expect(answers).toEqual([
			[403, 'PERMISSION', true],
			[430, 'BILLING', false],
			[501, 'COMPATIBILITY', false],
			[400, 'CONNECTED_SERVICES_ACCOUNT', true]
		]);
	});

	// wbyoung/smartcar#106: the second car of a free plan, and a way to sign in again.
	it('a second vehicle is beyond the plan, while the first answers', async () => {
		const { calls } = faulty;
		const scope = 'read_odometer';
		const second = await newV3Client(storage.context, { scope, username: 'b@b.example' });
		await calls.rule({
			vehicleId: second.vehicleIds[0] ?? '',
			fault: 'BILLING:VEHICLE_LIMIT'
		});
		expect((await calls.ask(calls.at(api))).status).toBe(200);
		calls.client = second;
		calls.told = second.vehicleIds[0] ?? '';
		const refused = await calls.ask(calls.at(api));
		expect(refused.status).toBe(430);
		expect(JSON.stringify(refused.body)).toContain('VEHICLE_LIMIT');
	});

	it('an account that lost its sign-in leads to the page on which the owner signs in again', async () => {
		const { clientId } = faulty.calls.client;
		for (const code of ['AUTHENTICATION_FAILED', 'PERMISSION']) {
			const { resolution } = await refusalBy(`CONNECTED_SERVICES_ACCOUNT:${code}`);
			const url = new URL(resolution.url ?? '');
			expect(url.pathname).toBe('/oauth/reauthenticate');
			expect(url.searchParams.get('client_id')).toBe(clientId);
			expect(url.searchParams.get('vehicle_id')).toBe(faulty.calls.told);
		}
		expect((await refusalBy('PERMISSION')).resolution.url).toBeUndefined();
	});

	// wbyoung/smartcar#134: a car vanished from its account.
	it('a vehicle is missing for as long as the rule is there, and is back after it', async () => {
		const { calls } = faulty;
		const missing = { fault: 'CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING', times: 1 };
		await calls.rule({ ...missing, vehicleId: calls.told });
		const gone = await calls.ask(calls.at(api));
		expect(gone.status).toBe(400);
		expect(JSON.stringify(gone.body)).toContain('VEHICLE_MISSING');
		expect((await calls.ask(calls.at(api))).status).toBe(200);
	});
});
