import {
	checkRedirectUri,
	describeRedirectUri,
	rewriteCustomScheme
} from '#lib/access/connect-url/redirect-uri.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { FieldResult } from './applications.ts';
import { prepareOnce, read, write } from './db/connection.ts';
import type { Db } from './db/open.ts';
import { redirectUris } from './db/schema.ts';
import { requireDraft } from './drafts.ts';

export const MAX_REDIRECT_URIS = 20;

export interface RedirectUri {
	readonly id: number;
	readonly uri: string;
	/** Used where a Connect link names none. */
	readonly isDefault: boolean;
	/** Leads to the sample client of this server. */
	readonly isBuiltIn: boolean;
}

const statements = prepareOnce((db) => ({
	list: db
		.select({
			id: redirectUris.id,
			uri: redirectUris.uri,
			isDefault: redirectUris.isDefault,
			isBuiltIn: redirectUris.isBuiltIn
		})
		.from(redirectUris)
		.where(eq(redirectUris.clientId, sql.placeholder('clientId')))
		.orderBy(asc(redirectUris.isBuiltIn), asc(redirectUris.position), asc(redirectUris.id))
		.prepare()
}));

/** Redirect URIs of an application in their order, the built-in one last. */
export async function listRedirectUris(clientId: string): Promise<readonly RedirectUri[]> {
	return read((db) => readRedirectUris(db, clientId));
}

export function readRedirectUris(_db: Db, clientId: string): readonly RedirectUri[] {
	return statements().list.all({ clientId });
}

/**
 * Adds a redirect URI at the end. The first of the application's own is the default, even where
 * the built-in one was it before.
 *
 * @param sample address of the sample client, which is registered as built-in
 */
export async function addRedirectUri(
	clientId: string,
	text: string,
	sample: string | null = null
): Promise<FieldResult<object>> {
	const checked = checkRedirectUri(text.trim(), { clientId });
	if (!checked.ok) return refuse(describeRedirectUri(checked.rule, clientId));
	return write((db) => {
		// Without its draft an application is gone.
		requireDraft(db, clientId);
		const existing = readRedirectUris(db, clientId);
		const known = existing.find(({ uri }) => uri === checked.uri);
		if (known?.isBuiltIn) return { ok: true };
		if (known) return refuse('This redirect URI is already registered.');
		const isBuiltIn = checked.uri === sample;
		if (!isBuiltIn && ownOf(existing).length >= MAX_REDIRECT_URIS) {
			return refuse(
				`An application has at most ${MAX_REDIRECT_URIS} redirect URIs; remove one first.`
			);
		}
		insertRedirectUri(db, clientId, { uri: checked.uri, isBuiltIn });
		return { ok: true };
	});
}

function ownOf(uris: readonly RedirectUri[]): readonly RedirectUri[] {
	return uris.filter(({ isBuiltIn }) => !isBuiltIn);
}

/** Inserts a redirect URI behind the others; part of a transaction. */
export function insertRedirectUri(
	db: Db,
	clientId: string,
	{ uri, isBuiltIn }: Pick<RedirectUri, 'uri' | 'isBuiltIn'>
): void {
	const existing = readRedirectUris(db, clientId);
	const own = ownOf(existing);
	const { id } = db
		.insert(redirectUris)
		.values({ clientId, uri, position: own.length, isDefault: false, isBuiltIn })
		.returning({ id: redirectUris.id })
		.get();
	const isFirst = isBuiltIn ? existing.length === 0 : own.length === 0;
	if (isFirst) markDefault(db, clientId, id);
}

/** Writes a redirect URI anew whose scheme still carries a former client id. */
export async function rewriteRedirectUri(
	clientId: string,
	id: number
): Promise<FieldResult<object>> {
	return write((db) => {
		const all = readRedirectUris(db, clientId);
		const old = all.find((uri) => uri.id === id);
		if (!old) return refuseGone();
		const uri = rewriteCustomScheme(old.uri, clientId);
		if (uri === null) return { ok: true };
		if (all.some((other) => other.uri === uri)) {
			return refuse(`${uri} is registered already; remove this one instead.`);
		}
		db.update(redirectUris).set({ uri }).where(belongs(clientId, id)).run();
		return { ok: true };
	});
}

export async function setDefaultRedirectUri(
	clientId: string,
	id: number
): Promise<FieldResult<object>> {
	return write((db) => {
		if (!readRedirectUris(db, clientId).some((uri) => uri.id === id)) return refuseGone();
		markDefault(db, clientId, id);
		return { ok: true };
	});
}

/** Moves a redirect URI one place up or down; at the end of the list nothing happens. */
export async function moveRedirectUri(
	clientId: string,
	id: number,
	direction: 'up' | 'down'
): Promise<FieldResult<object>> {
	return write((db) => {
		const order = ownOf(readRedirectUris(db, clientId)).map((uri) => uri.id);
		const from = order.indexOf(id);
		if (from < 0) return refuseGone();
		const to = from + (direction === 'up' ? -1 : 1);
		const other = order[to];
		if (other !== undefined) {
			order[to] = id;
			order[from] = other;
		}
		storeOrder(db, clientId, order);
		return { ok: true };
	});
}

/**
 * Removes a redirect URI. The default one is only removed together with the choice of its
 * successor, unless nothing or only the built-in one is left.
 */
export async function removeRedirectUri(
	clientId: string,
	id: number,
	newDefault: number | null = null
): Promise<FieldResult<object>> {
	return write((db) => {
		const all = readRedirectUris(db, clientId);
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
		db.delete(redirectUris).where(belongs(clientId, id)).run();
		storeOrder(
			db,
			clientId,
			ownOf(rest).map((uri) => uri.id)
		);
		if (gone.isDefault && successor) markDefault(db, clientId, successor.id);
		return { ok: true };
	});
}

function belongs(clientId: string, id: number) {
	return and(eq(redirectUris.clientId, clientId), eq(redirectUris.id, id));
}

function markDefault(db: Db, clientId: string, id: number): void {
	db.update(redirectUris)
		.set({ isDefault: false })
		.where(eq(redirectUris.clientId, clientId))
		.run();
	db.update(redirectUris).set({ isDefault: true }).where(belongs(clientId, id)).run();
}

function storeOrder(db: Db, clientId: string, order: readonly number[]): void {
	for (const [position, id] of order.entries()) {
		db.update(redirectUris).set({ position }).where(belongs(clientId, id)).run();
	}
}

function refuse(message: string) {
	return { ok: false, field: 'uri', message } as const;
}

function refuseGone() {
	return refuse('This redirect URI was removed in another window; the list is up to date now.');
}
