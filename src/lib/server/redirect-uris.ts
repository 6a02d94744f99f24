import { checkRedirectUri } from '#lib/access/connect-url/redirect-uri.ts';
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
}

const statements = prepareOnce((db) => ({
	list: db
		.select({ id: redirectUris.id, uri: redirectUris.uri, isDefault: redirectUris.isDefault })
		.from(redirectUris)
		.where(eq(redirectUris.clientId, sql.placeholder('clientId')))
		.orderBy(asc(redirectUris.position), asc(redirectUris.id))
		.prepare()
}));

/** Redirect URIs of an application in their order. */
export async function listRedirectUris(clientId: string): Promise<readonly RedirectUri[]> {
	return read((db) => readRedirectUris(db, clientId));
}

export function readRedirectUris(_db: Db, clientId: string): readonly RedirectUri[] {
	return statements().list.all({ clientId });
}

/** Adds a redirect URI at the end; the first one is the default. */
export async function addRedirectUri(clientId: string, text: string): Promise<FieldResult<object>> {
	const checked = checkRedirectUri(text.trim(), { clientId });
	if (!checked.ok) return refuse(checked.message);
	return write((db) => {
		// Without its draft an application is gone.
		requireDraft(db, clientId);
		const existing = readRedirectUris(db, clientId);
		if (existing.some(({ uri }) => uri === checked.uri)) {
			return refuse('This redirect URI is already registered.');
		}
		if (existing.length >= MAX_REDIRECT_URIS) {
			return refuse(
				`An application has at most ${MAX_REDIRECT_URIS} redirect URIs; remove one first.`
			);
		}
		insertRedirectUri(db, clientId, checked.uri, existing.length);
		return { ok: true };
	});
}

/** Inserts a redirect URI at a position; part of a transaction. */
export function insertRedirectUri(db: Db, clientId: string, uri: string, position: number): void {
	db.insert(redirectUris)
		.values({ clientId, uri, position, isDefault: position === 0 })
		.run();
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
		const order = readRedirectUris(db, clientId).map((uri) => uri.id);
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
 * successor, unless it is the last.
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
		if (gone.isDefault && rest.length > 0 && !rest.some((uri) => uri.id === newDefault)) {
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
			rest.map((uri) => uri.id)
		);
		if (gone.isDefault && newDefault !== null) markDefault(db, clientId, newDefault);
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
