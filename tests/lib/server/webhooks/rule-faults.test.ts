import { toldIds, vehicles } from '#lib/server/db/vehicle-schema.ts';
import { addRule, listRules, type NewRule } from '#lib/server/faults/rules.ts';
import { faultByRules } from '#lib/server/webhooks/rule-faults.ts';
import smartcar from 'smartcar';
import { describe, expect, it } from 'vitest';
import { useDeliveries } from '../../../support/hooked.ts';
import { useStorage } from '../../../support/storage.ts';
import { queued, storedAttempts } from '../../../support/webhooks.ts';
import { newV3Client } from '../../../support/v3.ts';

const hook = useDeliveries(useStorage());
const { receiver, now, bodies } = hook;
const deliver = () => hook.deliver(faultByRules);

async function rule(facts: Partial<NewRule>): Promise<void> {
	const nothing = { clientId: null, vehicleId: null, path: null, amount: null, times: null };
	const kept = await addRule(now(), { ...nothing, fault: 'DROP', isOn: true, ...facts });
	if (!kept.ok) throw new TypeError(kept.code);
}

const used = async () => (await listRules(now(), null)).map((one) => one.used);
const numbers = () => bodies().map(({ data }) => data.n);

describe('a rule', () => {
	it('has the first n deliveries come twice', async () => {
		await rule({ fault: 'WEBHOOK_DUPLICATE', times: 1, clientId: hook.clientId });
		for (const n of [1, 2]) {
			await queued(now(), hook.webhookId, { n });
			await deliver();
		}
		expect(numbers()).toEqual([1, 1, 2]);
		expect(await used()).toEqual([1]);
	});

	it('has the first n of those that are taken together come twice, and no more', async () => {
		await rule({ fault: 'WEBHOOK_DUPLICATE', times: 2 });
		for (const n of [1, 2, 3, 4]) await queued(now(), hook.webhookId, { n });
		await deliver();
		expect(numbers()).toHaveLength(6);
		expect(await used()).toEqual([2]);
	});

	it('has one signed wrong, and again once its receiver refused it', async () => {
		await rule({ fault: 'WEBHOOK_BAD_SIGNATURE', times: 1 });
		receiver.answer = ({ headers, body }, response) => {
			const signature = String(headers['sc-signature']);
			const read: unknown = JSON.parse(body.toString());
			const isGood = typeof read === 'object' && read !== null;
			const fits = isGood && smartcar.verifyPayload(hook.token, signature, read);
			response.writeHead(fits ? 200 : 401).end();
		};
		await queued(now(), hook.webhookId);
		await deliver();
		hook.time += 25_000;
		await deliver();
		const attempts = await storedAttempts(now());
		expect(attempts.map(({ status, fault }) => [status, fault])).toEqual([
			[401, 'WEBHOOK_BAD_SIGNATURE'],
			[200, null]
		]);
	});

	it('has one overtaken by the next', async () => {
		await rule({ fault: 'WEBHOOK_REORDER', times: 1 });
		await queued(now(), hook.webhookId, { n: 1 });
		await deliver();
		await queued(now(), hook.webhookId, { n: 2 });
		await deliver();
		hook.time += 30_000;
		await deliver();
		expect(numbers()).toEqual([2, 1]);
	});

	it('has one come later, by the clock of the rehearsal, and once only', async () => {
		await rule({ fault: 'WEBHOOK_DELAY', amount: 90_000 });
		await queued(now(), hook.webhookId, { n: 1 });
		await deliver();
		hook.time += 89_999;
		await deliver();
		expect(numbers()).toEqual([]);
		hook.time += 1;
		await deliver();
		expect(numbers()).toEqual([1]);
		expect(await used()).toEqual([1]);
	});

	it('meets challenges by one fault alone, and other deliveries never by that', async () => {
		await rule({ fault: 'WEBHOOK_MISSED_VERIFY' });
		await queued(now(), hook.webhookId, { n: 1 });
		await deliver();
		expect(numbers()).toEqual([1]);
		const about = { ...ABOUT, clientId: hook.clientId, webhookId: hook.webhookId };
		const verify = { ...about, type: 'VERIFY' } as const;
		const plan = await now().write((one) => faultByRules(one, verify));
		expect(plan).toEqual({ fault: 'WEBHOOK_MISSED_VERIFY', missed: true });
		await rule({ fault: 'WEBHOOK_DUPLICATE' });
		const twice = await now().write((one) => faultByRules(one, about));
		expect(twice).toMatchObject({ copies: 2 });
	});

	it('is for one vehicle and one application where it says so', async () => {
		await newV3Client(now(), { scope: 'read_odometer' });
		const [vehicle] = await now().read(({ db }) => db.select({ id: vehicles.id }).from(vehicles));
		const vehicleId = vehicle?.id ?? '';
		const told = crypto.randomUUID();
		await now().write(({ db }) =>
			db.insert(toldIds).values({ id: told, vehicleId, mode: 'simulated' })
		);
		const about = { ...ABOUT, clientId: hook.clientId, webhookId: hook.webhookId };
		const find = (more: object) => now().write((one) => faultByRules(one, { ...about, ...more }));
		await rule({ fault: 'WEBHOOK_DUPLICATE', vehicleId: told });
		expect(await find({ vehicleId })).toMatchObject({ copies: 2 });
		expect(await find({ vehicleId: crypto.randomUUID() })).toBeNull();
		expect(await find({})).toBeNull();
		await rule({ fault: 'WEBHOOK_DUPLICATE', clientId: hook.clientId });
		expect(await find({})).toMatchObject({ copies: 2 });
		expect(await find({ clientId: crypto.randomUUID() })).toBeNull();
	});
});

const ABOUT = { vehicleId: null, type: 'VEHICLE_STATE', tries: 0, putOffBy: null } as const;
