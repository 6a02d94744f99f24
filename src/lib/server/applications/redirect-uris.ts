import {
	checkRedirectUri,
	rewriteCustomScheme,
	type RedirectUriRule
} from '#lib/access/connect-url/redirect-uri.ts';
import { and, asc, eq } from 'drizzle-orm';
import { gone, OK, refuse, type Outcome } from '../outcome.ts';
import { hasApplication } from './has-application.ts';
import type { Context, Transaction } from '../context.ts';
import { isGiven, named, prepared } from '../db/prepared.ts';
import { onlyRow } from '../db/rows.ts';
import { redirectUris } from '../db/schema.ts';

export const MAX_REDIRECT_URIS = 20;

export interface RedirectUri {
	readonly id: number;
	readonly uri: string;
	/** Used where a Connect link names none. */
	readonly isDefault: boolean;
	/** Leads to the sample client of this server. */
	readonly isBuiltIn: boolean;
}

export type AddRefusal =
	| {
			/** One of the rules for redirect URIs; with the application's own id, which a scheme may hold. */
			readonly code: 'uri-unfit';
			readonly field: 'uri';
			readonly data: { readonly rule: RedirectUriRule; readonly clientId: string };
	  }
	| { readonly code: 'uri-registered'; readonly field: 'uri' }
	| {
			readonly code: 'too-many-uris';
			readonly field: 'uri';
			readonly data: { readonly limit: number };
	  };

export interface RewriteRefusal {
	/** What it would be rewritten to is there already. */
	readonly code: 'rewritten-registered';
	readonly field: 'uri';
	readonly data: { readonly uri: string };
}

export interface RemoveRefusal {
	readonly code: 'default-needed';
	readonly field: 'newDefault';
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
			.where(isGiven(redirectUris.clientId, 'clientId'))
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
): Promise<Outcome<object, AddRefusal>> {
	const checked = checkRedirectUri(text.trim(), { clientId });
	if (!checked.ok) {
		return refuse({ code: 'uri-unfit', field: 'uri', data: { rule: checked.rule, clientId } });
	}
	return context.write(async (transaction) => {
		if (!(await hasApplication(transaction, clientId))) return gone('application');
		const [known] = await transaction.db
			.select({ isBuiltIn: redirectUris.isBuiltIn })
			.from(redirectUris)
			.where(and(eq(redirectUris.clientId, clientId), eq(redirectUris.uri, checked.uri)));
		if (known?.isBuiltIn) return OK;
		if (known) return refuse({ code: 'uri-registered', field: 'uri' });
		const isBuiltIn = checked.uri === sample;
		if (!isBuiltIn && (await countOwn(transaction, clientId)) >= MAX_REDIRECT_URIS) {
			return refuse({
				code: 'too-many-uris',
				field: 'uri',
				data: { limit: MAX_REDIRECT_URIS }
			});
		}
		await insertRedirectUri(transaction, clientId, { uri: checked.uri, isBuiltIn });
		return OK;
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
): Promise<Outcome<object, RewriteRefusal>> {
	return context.write(async (transaction) => {
		const all = await readRedirectUris(transaction, clientId);
		const old = all.find((uri) => uri.id === id);
		if (!old) return gone('redirect-uri');
		const uri = rewriteCustomScheme(old.uri, clientId);
		if (uri === null) return OK;
		if (all.some((other) => other.uri === uri)) {
			return refuse({ code: 'rewritten-registered', field: 'uri', data: { uri } });
		}
		await transaction.db.update(redirectUris).set({ uri }).where(belongs(clientId, id));
		return OK;
	});
}

export async function setDefaultRedirectUri(
	context: Context,
	clientId: string,
	id: number
): Promise<Outcome> {
	return context.write(async (transaction) => {
		const all = await readRedirectUris(transaction, clientId);
		if (!all.some((uri) => uri.id === id)) return gone('redirect-uri');
		await markDefault(transaction, clientId, id);
		return OK;
	});
}

/** Moves a redirect URI one place up or down; at the end of the list nothing happens. */
export async function moveRedirectUri(
	context: Context,
	clientId: string,
	id: number,
	direction: 'up' | 'down'
): Promise<Outcome> {
	return context.write(async (transaction) => {
		const order = ownOf(await readRedirectUris(transaction, clientId)).map((uri) => uri.id);
		const from = order.indexOf(id);
		if (from < 0) return gone('redirect-uri');
		const to = from + (direction === 'up' ? -1 : 1);
		const other = order[to];
		if (other !== undefined) {
			order[to] = id;
			order[from] = other;
		}
		await storeOrder(transaction, clientId, order);
		return OK;
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
): Promise<Outcome<object, RemoveRefusal>> {
	return context.write(async (transaction) => {
		const all = await readRedirectUris(transaction, clientId);
		const removed = all.find((uri) => uri.id === id);
		if (!removed) return gone('redirect-uri');
		const rest = all.filter((uri) => uri.id !== id);
		const [only] = rest.length === 1 ? rest : [];
		const successor = rest.find((uri) => uri.id === newDefault) ?? (only?.isBuiltIn ? only : null);
		if (removed.isDefault && rest.length > 0 && !successor) {
			return refuse({ code: 'default-needed', field: 'newDefault' });
		}
		await transaction.db.delete(redirectUris).where(belongs(clientId, id));
		await storeOrder(
			transaction,
			clientId,
			ownOf(rest).map((uri) => uri.id)
		);
		if (removed.isDefault && successor) await markDefault(transaction, clientId, successor.id);
		return OK;
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
