import { isLeft, type FaultRule } from '#lib/faults/rules.ts';
import { deleteApplication } from '#lib/server/applications/applications.ts';
import { findRules } from '#lib/server/faults/kept-rules.ts';
import {
	addRule,
	listRules,
	listRulesMeeting,
	MOST_RULES,
	putBackRule,
	removeRule,
	removeRules,
	replaceRules,
	switchRule,
	type NewRule
} from '#lib/server/faults/rules.ts';
import { spendRule } from '#lib/server/faults/spend.ts';
import { describe, expect, it, vi } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const rule = (facts: Partial<NewRule> = {}): NewRule => ({
	clientId: null,
	vehicleId: null,
	path: null,
	fault: 'DROP',
	amount: null,
	times: null,
	isOn: true,
	...facts
});

/** @throws {TypeError} where it is refused */
async function add(facts: Partial<NewRule> = {}): Promise<FaultRule> {
	const added = await addRule(storage.context, rule(facts));
	const [kept] = added.ok ? added.rules : [];
	if (!kept) throw new TypeError('Not kept');
	return kept;
}

const names = async (clientId: string | null = null) =>
	(await listRules(storage.context, clientId)).map(({ fault }) => fault);
const keptNow = () => storage.context.read((transaction) => findRules(transaction, null));

describe('rules', () => {
	it('are kept in the order in which they were written down', async () => {
		for (const fault of ['DROP', 'LATENCY', 'STALE']) await add({ fault });
		expect(await names()).toEqual(['DROP', 'LATENCY', 'STALE']);
	});

	it('of one application are put in the place of its own alone', async () => {
		const clientId = await newApplication(storage.context);
		const other = await newApplication(storage.context);
		await add({ fault: 'DROP' });
		await add({ fault: 'LATENCY', clientId });
		await add({ fault: 'STALE', clientId: other });
		const kept = await replaceRules(storage.context, clientId, [
			rule({ fault: 'EMPTY_STORE', clientId, times: 2 })
		]);
		expect(kept).toMatchObject({ ok: true, rules: [{ fault: 'EMPTY_STORE', used: 0, times: 2 }] });
		expect(await names()).toEqual(['DROP', 'STALE', 'EMPTY_STORE']);
		const met = await listRulesMeeting(storage.context, clientId);
		expect(met.map(({ fault }) => fault)).toEqual(['DROP', 'EMPTY_STORE']);
		expect(await removeRules(storage.context, clientId)).toBe(1);
		expect(await names()).toEqual(['DROP', 'STALE']);
		expect(await replaceRules(storage.context, null, [])).toEqual({ ok: true, rules: [] });
		expect(await names()).toEqual([]);
	});

	it('of an application that is not there are not kept, and nothing is lost', async () => {
		await add();
		const refused = await replaceRules(storage.context, null, [
			rule(),
			rule({ clientId: crypto.randomUUID() })
		]);
		expect(refused).toMatchObject({ code: 'NO_SUCH_APPLICATION', data: { index: 1 } });
		expect(await names()).toEqual(['DROP']);
	});

	it('are a hundred at most, counted after those that they replace', async () => {
		const many = Array.from({ length: MOST_RULES }, () => rule());
		expect(await replaceRules(storage.context, null, [...many, rule()])).toMatchObject({
			code: 'TOO_MANY'
		});
		expect(await replaceRules(storage.context, null, many)).toMatchObject({ ok: true });
		expect(await replaceRules(storage.context, null, many)).toMatchObject({ ok: true });
		expect(await addRule(storage.context, rule())).toMatchObject({ code: 'TOO_MANY' });
	});

	it('go with their application', async () => {
		const clientId = await newApplication(storage.context);
		await add({ clientId });
		expect(await deleteApplication(storage.context, clientId, 'Charge Planner')).toMatchObject({
			ok: true
		});
		expect(await names()).toEqual([]);
	});

	it('are switched off and on, and count anew then', async () => {
		const { id } = await add({ times: 1 });
		const rule = { id, clientId: crypto.randomUUID() };
		expect(await spendRule(storage.context, { id, times: 1 })).toBe(true);
		await switchRule(storage.context, rule, false);
		expect(await keptNow()).toEqual([]);
		expect(await listRules(storage.context, null)).toMatchObject([{ used: 1, isOn: false }]);
		await switchRule(storage.context, rule, true);
		expect(await keptNow()).toMatchObject([{ id, used: 0 }]);
		expect(await removeRule(storage.context, rule)).toMatchObject({ id });
		expect(await removeRule(storage.context, rule)).toBeNull();
		expect(await switchRule(storage.context, rule, true)).toBe(false);
	});

	it('are of no other application’s page', async () => {
		const clientId = await newApplication(storage.context);
		const { id } = await add({ clientId });
		const other = { id, clientId: await newApplication(storage.context) };
		expect(await switchRule(storage.context, other, false)).toBe(false);
		expect(await removeRule(storage.context, other)).toBeNull();
		expect(await keptNow()).toMatchObject([{ id }]);
		expect(await removeRule(storage.context, { id, clientId })).toMatchObject({ clientId });
	});

	it('are put back where they stood, as they were, once', async () => {
		const clientId = await newApplication(storage.context);
		await add({ fault: 'DROP' });
		const { id } = await add({ fault: 'LATENCY', clientId, amount: 20, times: 3 });
		await add({ fault: 'STALE' });
		await spendRule(storage.context, { id, times: 3 });
		await switchRule(storage.context, { id, clientId }, false);
		const before = await listRules(storage.context, null);
		const removed = await removeRule(storage.context, { id, clientId });
		if (!removed) throw new TypeError('Not removed');
		for (let press = 0; press < 2; press++) {
			expect(await putBackRule(storage.context, removed)).toEqual({ ok: true });
		}
		expect(await listRules(storage.context, null)).toEqual(before);
	});

	it('are not put back where there are too many, or whose application is gone', async () => {
		const clientId = await newApplication(storage.context);
		const { id } = await add({ clientId });
		const removed = await removeRule(storage.context, { id, clientId });
		if (!removed) throw new TypeError('Not removed');
		const elsewhere = { ...removed, clientId: crypto.randomUUID() };
		expect(await putBackRule(storage.context, elsewhere)).toMatchObject({
			code: 'NO_SUCH_APPLICATION'
		});
		await replaceRules(
			storage.context,
			null,
			Array.from({ length: MOST_RULES }, () => rule())
		);
		expect(await putBackRule(storage.context, removed)).toMatchObject({ code: 'TOO_MANY' });
	});
});

describe('a rule', () => {
	it('is spent as often as it says, by however many at once', async () => {
		const { id, times } = await add({ times: 3 });
		const all = Array.from({ length: 12 }, () => spendRule(storage.context, { id, times }));
		const spent = await Promise.all(all);
		expect(spent.filter(Boolean)).toHaveLength(3);
		const [kept] = await listRules(storage.context, null);
		expect(kept).toMatchObject({ used: 3 });
		expect(kept && isLeft(kept)).toBe(false);
	});

	it('without an end is counted all the same', async () => {
		const { id, times } = await add();
		for (let call = 0; call < 3; call++)
			expect(await spendRule(storage.context, { id, times })).toBe(true);
		expect(await listRules(storage.context, null)).toMatchObject([{ used: 3 }]);
	});

	it('that is off or gone is not spent', async () => {
		const { id, times } = await add({ isOn: false });
		expect(await spendRule(storage.context, { id, times })).toBe(false);
		expect(await spendRule(storage.context, { id: 'none', times })).toBe(false);
	});
});

it('rules are read again only after something was written', async () => {
	await add();
	await vi.waitFor(
		async () => expect(await keptNow()).toBe(await keptNow()),
		// Of PostgreSQL also what is written to another database of the server makes it begin anew.
		{ timeout: 30_000 }
	);
	await add();
	expect(await keptNow()).toHaveLength(2);
});
