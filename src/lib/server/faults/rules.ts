import type { FaultRule } from '#lib/faults/rules.ts';
import { and, asc, eq, inArray, isNull, max, or, type SQL } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { faultRules } from '../db/recorder-schema.ts';
import { applications } from '../db/schema.ts';
import { refuse, type Refused } from '../outcome.ts';
import { RULE_COLUMNS } from './columns.ts';

/** Most rules that there may be. */
export const MOST_RULES = 100;

/** A rule as it is written down. */
export type NewRule = Omit<FaultRule, 'id' | 'used'>;

/** Why rules cannot be kept; `index` is that of the rule. */
export type RulesRefusal =
	| { readonly code: 'NO_SUCH_APPLICATION'; readonly data: { readonly index: number } }
	| { readonly code: 'TOO_MANY' };

type KeptRules =
	{ readonly ok: true; readonly rules: readonly FaultRule[] } | Refused<RulesRefusal>;

/**
 * The rules in their order.
 *
 * @param clientId of those alone that are for one application; null for all there are
 */
export async function listRules(
	context: Context,
	clientId: string | null
): Promise<readonly FaultRule[]> {
	return context.read((transaction) => select(transaction, within(clientId)));
}

/** Those that meet calls of an application: its own, and those of every application. */
export async function listRulesMeeting(
	context: Context,
	clientId: string
): Promise<readonly FaultRule[]> {
	const all = await listRules(context, null);
	return all.filter((rule) => rule.clientId === null || rule.clientId === clientId);
}

/**
 * Puts rules in the place of those there are.
 *
 * @param clientId of whose alone; null for all there are
 */
export async function replaceRules(
	context: Context,
	clientId: string | null,
	rules: readonly NewRule[]
): Promise<KeptRules> {
	return context.write(async (transaction) => {
		const { db } = transaction;
		const leaving = await db.$count(faultRules, within(clientId));
		const refusal = await check(transaction, rules, leaving);
		if (refusal) return refusal;
		await db.delete(faultRules).where(within(clientId));
		return { ok: true, rules: await insert(transaction, rules) };
	});
}

/** Adds a rule behind those there are. */
export async function addRule(context: Context, rule: NewRule): Promise<KeptRules> {
	return context.write(async (transaction) => {
		const refusal = await check(transaction, [rule], 0);
		return refusal ?? { ok: true, rules: await insert(transaction, [rule]) };
	});
}

/** Takes rules away. @returns how many there were */
export async function removeRules(context: Context, clientId: string | null): Promise<number> {
	return context.write(async ({ db }) => {
		const removed = await db
			.delete(faultRules)
			.where(within(clientId))
			.returning({ id: faultRules.id });
		return removed.length;
	});
}

/** A rule that meets calls of an application: its own, or one of every application. */
interface MeetingRule {
	readonly id: string;
	readonly clientId: string;
}

/** A rule that was taken away, with all that it takes to put it back. */
export interface RemovedRule extends FaultRule {
	/** Counts up, in the order of the rules. */
	readonly position: number;
}

/** @returns the rule; null where it is gone already, or another application's */
export async function removeRule(context: Context, rule: MeetingRule): Promise<RemovedRule | null> {
	return context.write(async ({ db }) => {
		const removed = await db
			.delete(faultRules)
			.where(isIt(rule))
			.returning({ ...RULE_COLUMNS, position: faultRules.position });
		return removed[0] ?? null;
	});
}

/** Puts a rule back in its place, counted as it was; one that is there already stays as it is. */
export async function putBackRule(
	context: Context,
	rule: RemovedRule
): Promise<{ readonly ok: true } | Refused<RulesRefusal>> {
	return context.write(async (transaction) => {
		const { db, machineNow } = transaction;
		const refusal = await check(transaction, [rule], 0);
		if (refusal) return refusal;
		await db
			.insert(faultRules)
			.values({ ...rule, createdAt: machineNow })
			.onConflictDoNothing();
		return { ok: true };
	});
}

/** Switches a rule on, which counts anew from then on, or off. @returns false where it is not there */
export async function switchRule(
	context: Context,
	rule: MeetingRule,
	isOn: boolean
): Promise<boolean> {
	return context.write(async ({ db }) => {
		const switched = await db
			.update(faultRules)
			.set(isOn ? { isOn, used: 0 } : { isOn })
			.where(isIt(rule))
			.returning({ id: faultRules.id });
		return switched.length > 0;
	});
}

const isIt = ({ id, clientId }: MeetingRule) =>
	and(eq(faultRules.id, id), or(isNull(faultRules.clientId), eq(faultRules.clientId, clientId)));

const within = (clientId: string | null) =>
	clientId === null ? undefined : eq(faultRules.clientId, clientId);

function select({ db }: Transaction, where: SQL | undefined): Promise<readonly FaultRule[]> {
	return db.select(RULE_COLUMNS).from(faultRules).where(where).orderBy(asc(faultRules.position));
}

/** @param leaving how many make room */
async function check(
	transaction: Transaction,
	rules: readonly NewRule[],
	leaving: number
): Promise<Refused<RulesRefusal> | null> {
	const there = await applicationsOf(transaction, rules);
	const index = rules.findIndex(({ clientId }) => clientId !== null && !there.has(clientId));
	if (index >= 0) return refuse({ code: 'NO_SUCH_APPLICATION', data: { index } });
	const count = (await transaction.db.$count(faultRules)) - leaving + rules.length;
	return count > MOST_RULES ? refuse({ code: 'TOO_MANY' }) : null;
}

async function insert(
	transaction: Transaction,
	rules: readonly NewRule[]
): Promise<readonly FaultRule[]> {
	const { db, machineNow } = transaction;
	if (rules.length === 0) return [];
	const [last] = await db.select({ position: max(faultRules.position) }).from(faultRules);
	const rows = rules.map((rule, place) => ({
		...rule,
		id: crypto.randomUUID(),
		position: (last?.position ?? 0) + 1 + place,
		createdAt: machineNow
	}));
	await db.insert(faultRules).values(rows);
	const ids = rows.map(({ id }) => id);
	return select(transaction, inArray(faultRules.id, ids));
}

async function applicationsOf(
	{ db }: Transaction,
	rules: readonly NewRule[]
): Promise<ReadonlySet<string>> {
	const ids = rules.flatMap(({ clientId }) => clientId ?? []);
	if (ids.length === 0) return new Set();
	const rows = await db
		.select({ clientId: applications.clientId })
		.from(applications)
		.where(inArray(applications.clientId, ids));
	return new Set(rows.map(({ clientId }) => clientId));
}
