import {
	checkRedirectUri,
	describeRedirectUri,
	rewriteCustomScheme
} from '#lib/access/connect-url/redirect-uri.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { FieldResult } from './applications.ts';
import type { Context, Transaction } from '../context.ts';
import { named, prepared } from '../db/prepared.ts';
import { onlyRow } from '../db/rows.ts';
import { redirectUris } from '../db/schema.ts';
import { requireDraft } from '../configurations/drafts.ts';

export const MAX_REDIRECT_URIS = 20;

export interface RedirectUri {
	readonly id: number;
	readonly uri: string;
	/** Used where a Connect link names none. */
	readonly isDefault: boolean;
	/** Leads to the sample client of this server. */
	readonly isBuiltIn: boolean;
}

const statements = prepared((db) => ({
	list: named(
		db
			.select({
				id: redirectUris.id,
				uri: redirectUris.uri,
				isDefault: redirectUris.isDefault,
				isBuiltIn: redirectUris.isBuiltIn
			})
			.from(redirectUris)
			.where(eq(redirectUris.clientId, sql.placeholder('clientId')))
			.orderBy(asc(redirectUris.isBuiltIn), asc(redirectUris.position), asc(redirectUris.id)),
		'list_redirect_uris'
	)
}));

/** Redirect URIs of an application in their order, the built-in one last. */
export async function listRedirectUris(
	context: Context,
	clientId: string
): Promise<readonly RedirectUri[]> {
	return context.read(async (transaction) => readRedirectUris(transaction, clientId));
}

export async function readRedirectUris(
	transaction: Transaction,
	clientId: string
): Promise<readonly RedirectUri[]> {
	return statements(transaction.db).list.execute({ clientId });
}

/**
 * Adds a redirect URI at the end. The first of the application's own is the default, even where
 * the built-in one was it before.
 *
 * @param sample address of the sample client, which is registered as built-in
 */
export async function addRedirectUri(
	context: Context,
	clientId: string,
	text: string,
	sample: string | null = null
): Promise<FieldResult<object>> {
	const checked = checkRedirectUri(text.trim(), { clientId });
	if (!checked.ok) return refuse(describeRedirectUri(checked.rule, clientId));
	return context.write(async (transaction) => {
		// Without its draft an application is gone.
		await requireDraft(transaction, clientId);
		const [known] = await transaction.db
			.select({ isBuiltIn: redirectUris.isBuiltIn })
			.from(redirectUris)
			.where(and(eq(redirectUris.clientId, clientId), eq(redirectUris.uri, checked.uri)));
		if (known?.isBuiltIn) return { ok: true };
		if (known) return refuse('This redirect URI is already registered.');
		const isBuiltIn = checked.uri === sample;
		if (!isBuiltIn && (await countOwn(transaction, clientId)) >= MAX_REDIRECT_URIS) {
			return refuse(
				`An application has at most ${MAX_REDIRECT_URIS} redirect URIs; remove one first.`
			);
		}
		await insertRedirectUri(transaction, clientId, { uri: checked.uri, isBuiltIn });
		return { ok: true };
	});
}

async function countOwn({ db }: Transaction, clientId: string): Promise<number> {
	const own = and(eq(redirectUris.clientId, clientId), eq(redirectUris.isBuiltIn, false));
	return db.$count(redirectUris, own);
}

function ownOf(uris: readonly RedirectUri[]): readonly RedirectUri[] {
	return uris.filter(({ isBuiltIn }) => !isBuiltIn);
}

/** Inserts a redirect URI behind the others; part of a transaction. */
export async function insertRedirectUri(
	transaction: Transaction,
	clientId: string,
	{ uri, isBuiltIn }: Pick<RedirectUri, 'uri' | 'isBuiltIn'>
): Promise<void> {
	const own = await countOwn(transaction, clientId);
	const all = await transaction.db.$count(redirectUris, eq(redirectUris.clientId, clientId));
	const rows = await transaction.db
		.insert(redirectUris)
		.values({ clientId, uri, position: own, isDefault: false, isBuiltIn })
		.returning({ id: redirectUris.id });
	const isFirst = isBuiltIn ? all === 0 : own === 0;
	if (isFirst) await markDefault(transaction, clientId, onlyRow(rows).id);
}

/** Writes a redirect URI anew whose scheme still carries a former client id. */
export async function rewriteRedirectUri(
	context: Context,
	clientId: string,
	id: number
): Promise<FieldResult<object>> {
	return context.write(async (transaction) => {
		const all = await readRedirectUris(transaction, clientId);
		const old = all.find((uri) => uri.id === id);
		if (!old) return refuseGone();
		const uri = rewriteCustomScheme(old.uri, clientId);
		if (uri === null) return { ok: true };
		if (all.some((other) => other.uri === uri)) {
			return refuse(`${uri} is registered already; remove this one instead.`);
		}
		await transaction.db.update(redirectUris).set({ uri }).where(belongs(clientId, id));
		return { ok: true };
	});
}

export async function setDefaultRedirectUri(
	context: Context,
	clientId: string,
	id: number
): Promise<FieldResult<object>> {
	return context.write(async (transaction) => {
		const all = await readRedirectUris(transaction, clientId);
		if (!all.some((uri) => uri.id === id)) return refuseGone();
		await markDefault(transaction, clientId, id);
		return { ok: true };
	});
}

/** Moves a redirect URI one place up or down; at the end of the list nothing happens. */
export async function moveRedirectUri(
	context: Context,
	clientId: string,
	id: number,
	direction: 'up' | 'down'
): Promise<FieldResult<object>> {
	return context.write(async (transaction) => {
		const order = ownOf(await readRedirectUris(transaction, clientId)).map((uri) => uri.id);
		const from = order.indexOf(id);
		if (from < 0) return refuseGone();
		const to = from + (direction === 'up' ? -1 : 1);
		const other = order[to];
		if (other !== undefined) {
			order[to] = id;
			order[from] = other;
		}
		await storeOrder(transaction, clientId, order);
		return { ok: true };
	});
}

/**
 * Removes a redirect URI. The default one is only removed together with the choice of its
 * successor, unless nothing or only the built-in one is left.
 */
export async function removeRedirectUri(
	context: Context,
	clientId: string,
	id: number,
	newDefault: number | null = null
): Promise<FieldResult<object>> {
	return context.write(async (transaction) => {
		const all = await readRedirectUris(transaction, clientId);
		const gone = all.find((uri) => uri.id === id);
		if (!gone) return refuseGone();
		const rest = all.filter((uri) => uri.id !== id);
		const [only] = rest.length === 1 ? rest : [];
		const successor = rest.find((uri) => uri.id === newDefault) ?? (only?.isBuiltIn ? only : null);
		if (gone.isDefault && rest.length > 0 && !successor) {
			return {
				ok: false,
				field: 'newDefault',
				message: 'This is the default redirect URI; say which one shall be the default instead.'
			};
		}
		await transaction.db.delete(redirectUris).where(belongs(clientId, id));
		await storeOrder(
			transaction,
			clientId,
			ownOf(rest).map((uri) => uri.id)
		);
		if (gone.isDefault && successor) await markDefault(transaction, clientId, successor.id);
		return { ok: true };
	});
}

function belongs(clientId: string, id: number) {
	return and(eq(redirectUris.clientId, clientId), eq(redirectUris.id, id));
}

async function markDefault(transaction: Transaction, clientId: string, id: number): Promise<void> {
	await transaction.db
		.update(redirectUris)
		.set({ isDefault: false })
		.where(eq(redirectUris.clientId, clientId));
	await transaction.db.update(redirectUris).set({ isDefault: true }).where(belongs(clientId, id));
}

async function storeOrder(
	transaction: Transaction,
	clientId: string,
	order: readonly number[]
): Promise<void> {
	for (const [position, id] of order.entries()) {
		await transaction.db.update(redirectUris).set({ position }).where(belongs(clientId, id));
	}
}

function refuse(message: string) {
	return { ok: false, field: 'uri', message } as const;
}

function refuseGone() {
	return refuse('This redirect URI was removed in another window; the list is up to date now.');
}
