import { FAULTS } from '#lib/faults/faults.ts';
import { FaultsAnswer, FaultsRemoved } from '#lib/server/programs/control/faults-request.ts';
import { FAULTS_OPERATIONS } from '#lib/server/programs/control/faults-operations.ts';
import { ControlRefusal } from '#lib/server/programs/control/answer-schemas.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { describe, expect, it } from 'vitest';
import { newApplication } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

async function ask(method: string, body?: unknown, query = '') {
	const headers = { 'content-type': 'application/json' };
	const sent = body === undefined ? {} : { headers, body: JSON.stringify(body) };
	const path = `/sandbox/api/faults${query}`;
	const response = await askFromWithin(storage.context, '127.0.0.1', path, { method, ...sent });
	const told: unknown = await response.json();
	return { status: response.status, body: told };
}

const put = (rules: unknown, query?: string) => ask('PUT', { rules }, query);
const rulesNow = async (query?: string) =>
	FaultsAnswer.parse((await ask('GET', undefined, query)).body).rules;

describe('/sandbox/api/faults', () => {
	it('has no rules at first, and names all that can go wrong', async () => {
		const { rules, faults } = FaultsAnswer.parse((await ask('GET')).body);
		expect(rules).toEqual([]);
		expect(faults).toEqual(FAULTS.map(({ name, amount }) => ({ name, amount })));
	});

	it('keeps rules, whole and in their order, until they are taken away', async () => {
		const clientId = await newApplication(storage.context);
		const wanted = [
			{ fault: 'LATENCY', amount: 20, times: 3, clientId, path: '/v3/vehicles/*/signals' },
			{ fault: 'WEBHOOK_DELAY', vehicleId: 'some', on: false },
			{ fault: 'DROP' }
		];
		const kept = await put(wanted);
		expect(kept.status).toBe(200);
		const rules = await rulesNow();
		expect(rules).toEqual(FaultsAnswer.parse(kept.body).rules);
		const nothing = { clientId: null, vehicleId: null, path: null, amount: null, times: null };
		const whole = { ...nothing, used: 0, on: true, id: expect.any(String) };
		expect(rules).toEqual(wanted.map((one) => ({ ...whole, ...one })));
		expect(FaultsRemoved.parse((await ask('DELETE')).body)).toEqual({ removed: 3 });
		expect(await rulesNow()).toEqual([]);
	});

	it('leaves the rules of other applications alone where it is asked for those of one', async () => {
		const clientId = await newApplication(storage.context);
		const query = `?clientId=${clientId.toUpperCase()}`;
		await put([{ fault: 'DROP' }]);
		await put([{ fault: 'STALE' }], query);
		await put([{ fault: 'EMPTY_STORE' }], query);
		expect((await rulesNow()).map(({ fault }) => fault)).toEqual(['DROP', 'EMPTY_STORE']);
		expect(await rulesNow(query)).toMatchObject([{ fault: 'EMPTY_STORE', clientId }]);
		expect((await ask('DELETE', undefined, query)).body).toEqual({ removed: 1 });
		expect(await rulesNow()).toMatchObject([{ fault: 'DROP', clientId: null }]);
	});

	it.each<[string, unknown, string, string]>([
		['no rules', {}, 'rules', 'Write up to 100 rules'],
		[
			'a name that is mistyped',
			[{ fault: 'LATENCI' }],
			'rules[0].fault',
			'did you mean “LATENCY”?'
		],
		['a name that nobody knows', [{ fault: 'XYZ' }], 'rules[0].fault', '“XYZ” is no fault; write'],
		['no name', [{}], 'rules[0].fault', 'Write the name of a fault'],
		['a key that is mistyped', [{ fault: 'DROP', tims: 1 }], 'rules[0]', 'did you mean “times”?'],
		[
			'no client id',
			[{ fault: 'DROP', clientId: 'x' }],
			'rules[0].clientId',
			'Write the client id'
		],
		['no number', [{ fault: 'DROP', times: 0 }], 'rules[0].times', 'for how many calls'],
		[
			'a number that is too large',
			[{ fault: 'LATENCY', amount: 100_001 }],
			'rules[0].amount',
			'LATENCY takes a whole number of milliseconds from 1 to 100000.'
		],
		[
			'a number where none is taken',
			[{ fault: 'DROP' }, { fault: 'DROP', amount: 1 }],
			'rules[1].amount',
			'DROP takes no number; leave it out.'
		],
		['no path', [{ fault: 'DROP', path: 'v3' }], 'rules[0].path', 'Write a path of the API'],
		[
			'a path where nothing is',
			[{ fault: 'DROP', path: '/v3/vehicles/*/signal' }],
			'rules[0].path',
			'There is nothing at “/v3/vehicles/*/signal”.'
		],
		[
			'a path at which it does not happen',
			[{ fault: 'HOLD_202', path: '/v3/vehicles/*/signals' }],
			'rules[0].path',
			'HOLD_202 does not happen at “/v3/vehicles/*/signals”.'
		],
		[
			'the path of the API itself',
			[{ fault: 'DROP', path: '/sandbox/api/faults' }],
			'rules[0].path',
			'DROP does not happen at'
		],
		[
			'a path of a delivery',
			[{ fault: 'WEBHOOK_DELAY', path: '/v3/vehicles/*/signals' }],
			'rules[0].path',
			'WEBHOOK_DELAY happens to deliveries'
		]
	])('refuses %s by its field, and changes nothing', async (_what, rules, path, message) => {
		await put([{ fault: 'DROP' }]);
		const { status, body } = Array.isArray(rules) ? await put(rules) : await ask('PUT', rules);
		expect(status).toBe(400);
		const [problem] = ControlRefusal.parse(body).problems ?? [];
		expect(problem?.path).toBe(path);
		expect(problem?.message).toContain(message);
		expect(problem?.message).toMatch(/[^.][.?]$/);
		expect(await rulesNow()).toHaveLength(1);
	});

	it.each([
		['?clientId=x', 'clientId', 'Write the client id'],
		[`?clientId=${crypto.randomUUID()}`, 'clientId', 'There is no application']
	])('refuses the query %s', async (query, path, message) => {
		const { status, body } = await put([{ fault: 'DROP' }], query);
		expect(status).toBe(400);
		const [problem] = ControlRefusal.parse(body).problems ?? [];
		expect([problem?.path, problem?.message]).toEqual([path, expect.stringContaining(message)]);
	});

	it('refuses an application that is not there, and one beside that of the query', async () => {
		const clientId = await newApplication(storage.context);
		const other = crypto.randomUUID();
		const gone = await put([{ fault: 'DROP' }, { fault: 'DROP', clientId: other }]);
		expect(ControlRefusal.parse(gone.body).problems?.[0]?.path).toBe('rules[1].clientId');
		const two = await put([{ fault: 'DROP', clientId: other }], `?clientId=${clientId}`);
		expect(ControlRefusal.parse(two.body).problems?.[0]?.message).toContain('another application');
	});

	it('takes its own examples', async () => {
		const operation = FAULTS_OPERATIONS.find(({ method }) => method === 'put');
		const { asleep, none } = operation?.request?.examples ?? {};
		expect((await ask('PUT', none)).status).toBe(200);
		// Of an application that is not here.
		const { body } = await ask('PUT', asleep);
		expect(ControlRefusal.parse(body).problems?.[0]?.path).toBe('rules[1].clientId');
	});
});
