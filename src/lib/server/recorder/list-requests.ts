import {
	and,
	between,
	count,
	desc,
	eq,
	gt,
	inArray,
	isNull,
	like,
	lt,
	or,
	type SQL
} from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { requests, type RecordedSides } from '../db/recorder-schema.ts';
import { readEach, readJson, readOne } from '../db/stored-json.ts';
import { holds, patternOf } from '../db/text-search.ts';
import { toldIds } from '../db/vehicle-schema.ts';
import { flushRequests } from './request-log.ts';
import type { RequestFilter } from './request-filter.ts';

/** A request as a list has it. */
export interface RecordedRequest {
	/** Counts up. */
	readonly id: number;
	/** Null for nobody's. */
	readonly clientId: string | null;
	/** By the rehearsal. */
	readonly at: number;
	readonly requestId: string;
	readonly method: string;
	readonly path: string;
	readonly route: string | null;
	/** 0 where no answer was sent. */
	readonly status: number;
	/** Milliseconds. */
	readonly duration: number;
	/** The vehicle's own id. */
	readonly vehicleId: string | null;
	readonly connectionId: string | null;
	readonly permissions: readonly string[];
	readonly error: string | null;
	readonly fault: { readonly name: string; readonly ruleId: string | null } | null;
}

/** The same with both sides of it. */
export type WholeRequest = RecordedRequest & RecordedSides;

/** Whose requests: undefined for all, null for nobody's. */
export interface WantedRequests {
	readonly clientId: string | null | undefined;
	readonly filter: RequestFilter;
	readonly most: number;
	/** Those that came before the one with this id; the newest by default. */
	readonly before?: number | undefined;
}

const LISTED = {
	id: requests.id,
	clientId: requests.clientId,
	at: requests.at,
	requestId: requests.requestId,
	method: requests.method,
	path: requests.path,
	route: requests.route,
	status: requests.status,
	duration: requests.duration,
	vehicleId: requests.vehicleId,
	connectionId: requests.connectionId,
	permissions: requests.permissions,
	error: requests.error,
	fault: requests.fault,
	faultRuleId: requests.faultRuleId
};

/** The newest first, without what was sent; with those of this moment that this server answered. */
export async function listRequests(
	context: Context,
	wanted: WantedRequests
): Promise<readonly RecordedRequest[]> {
	await flushRequests(context);
	return context.read(async (transaction) => {
		const rows = await transaction.db
			.select(LISTED)
			.from(requests)
			.where(await conditionOf(transaction, wanted))
			.orderBy(desc(requests.id))
			.limit(wanted.most);
		return rows.map(listed);
	});
}

/** The same with both sides; one that is damaged is left out. */
export async function listWholeRequests(
	context: Context,
	wanted: WantedRequests
): Promise<readonly WholeRequest[]> {
	await flushRequests(context);
	return context.read(async (transaction) => {
		const rows = await transaction.db
			.select({ ...LISTED, sides: requests.sides })
			.from(requests)
			.where(await conditionOf(transaction, wanted))
			.orderBy(desc(requests.id))
			.limit(wanted.most);
		return readEach(rows, whole).read;
	});
}

/** One request of an application, or of nobody; null where there is none, or it cannot be read. */
export async function findRequest(
	context: Context,
	clientId: string,
	id: number
): Promise<WholeRequest | null> {
	const [row] = await context.read(({ db }) =>
		db
			.select({ ...LISTED, sides: requests.sides })
			.from(requests)
			.where(
				and(eq(requests.id, id), or(eq(requests.clientId, clientId), isNull(requests.clientId)))
			)
	);
	return row ? readOne(() => whole(row)) : null;
}

/** How many there are, whatever their status: by its first digit, 0 for those without an answer. */
export async function countRequests(
	context: Context,
	{ clientId, filter }: Pick<WantedRequests, 'clientId' | 'filter'>
): Promise<Readonly<Record<'all' | 'refused' | 'failed', number>>> {
	const rows = await context.read(async (transaction) =>
		transaction.db
			.select({ status: requests.status, many: count() })
			.from(requests)
			.where(await conditionOf(transaction, { clientId, filter: { ...filter, status: undefined } }))
			.groupBy(requests.status)
	);
	const sum = (fits: (status: number) => boolean) =>
		rows.reduce((total, { status, many }) => total + (fits(status) ? many : 0), 0);
	return {
		all: sum(() => true),
		refused: sum((status) => status >= 400 && status < 500),
		failed: sum((status) => status >= 500 || status === 0)
	};
}

/** Most vehicles that are told of. */
const MOST_VEHICLES = 50;

/** Own ids of the vehicles that requests were about. */
export async function vehiclesAsked(
	context: Context,
	clientId: string | null
): Promise<readonly string[]> {
	const rows = await context.read(({ db }) =>
		db
			.selectDistinct({ id: requests.vehicleId })
			.from(requests)
			.where(clientId === null ? isNull(requests.clientId) : eq(requests.clientId, clientId))
			.limit(MOST_VEHICLES)
	);
	return rows.flatMap(({ id }) => id ?? []);
}

async function conditionOf(
	{ db }: Transaction,
	{ clientId, filter, before }: Omit<WantedRequests, 'most'>
): Promise<SQL | undefined> {
	const { status, permission, vehicle, after, text = '' } = filter;
	const pattern = patternOf(text);
	return and(
		clientId === null ? isNull(requests.clientId) : undefined,
		typeof clientId === 'string' ? eq(requests.clientId, clientId) : undefined,
		status && withStatus(status),
		permission === undefined ? undefined : like(requests.permissions, `% ${permission} %`),
		vehicle === undefined
			? undefined
			: or(
					eq(requests.vehicleId, vehicle),
					inArray(
						requests.vehicleId,
						db.select({ id: toldIds.vehicleId }).from(toldIds).where(eq(toldIds.id, vehicle))
					)
				),
		after === undefined ? undefined : gt(requests.id, after),
		before === undefined ? undefined : lt(requests.id, before),
		pattern === null
			? undefined
			: or(holds(requests.path, pattern), eq(requests.requestId, text.trim().toLowerCase()))
	);
}

function withStatus({ from, to }: { readonly from: number; readonly to: number }) {
	const within = between(requests.status, from, to);
	return from === 500 ? or(within, eq(requests.status, 0)) : within;
}

type Row = Omit<RecordedRequest, 'permissions' | 'fault'> & {
	readonly permissions: string;
	readonly fault: string | null;
	readonly faultRuleId: string | null;
};

function listed({ permissions, fault, faultRuleId, duration, ...row }: Row): RecordedRequest {
	return {
		...row,
		duration: duration / 1000,
		permissions: permissions.trim() === '' ? [] : permissions.trim().split(' '),
		fault: fault === null ? null : { name: fault, ruleId: faultRuleId }
	};
}

function whole({ sides, ...row }: Row & { readonly sides: typeof requests.$inferSelect.sides }) {
	return { ...listed(row), ...readJson(sides, String(row.id)) };
}
