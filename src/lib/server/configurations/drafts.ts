import { officialCatalog } from '#lib/access/catalog/official.ts';
import { currentCodes } from '#lib/access/current-codes.ts';
import { sameContent, type DraftContent } from '#lib/access/draft-content.ts';
import { makeOptional } from '#lib/access/make-optional.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import { toldOf, withPurpose, type Purposes, type Told } from '#lib/access/purposes.ts';
import { sameSelection, type Selection } from '#lib/access/selection.ts';
import { eq } from 'drizzle-orm';
import { randomInt } from 'node:crypto';
import type { Context, Transaction } from '../context.ts';
import { drafts } from '../db/schema.ts';
import { readJson } from '../db/stored-json.ts';
import { gone, stale, type Gone, type Stale } from '../outcome.ts';

/** The editable selection of an application. */
export interface Draft extends DraftContent {
	/** Counts the saves, from a number of the draft's own: it names a state of this draft alone. */
	readonly revision: number;
	/** Version it goes on from; null before the first. */
	readonly basedOn: number | null;
	/** Milliseconds since 1970. */
	readonly updatedAt: number;
}

export type SaveDraftOutcome =
	| { readonly ok: true; readonly draft: Draft }
	| Gone
	/** Somebody saved in between; nothing was written. */
	| Stale<Draft>;

/** Where a draft begins to count at the most; so far apart no two of them meet. */
const MAX_FIRST_REVISION = 2 ** 47;

/** A random one, so that what was made for one draft is never taken for another's. */
export function firstRevision(): number {
	return randomInt(1, MAX_FIRST_REVISION);
}

/** @returns null when the application is gone. */
export async function readDraft(context: Context, clientId: string): Promise<Draft | null> {
	return context.read(async (transaction) => findDraft(transaction, clientId));
}

/**
 * Replaces what a draft holds, if it still has the revision that the change is based on, or holds what
 * is asked for. Without purposes, those that it has stay.
 */
export async function saveDraft(
	context: Context,
	input: {
		readonly clientId: string;
		readonly baseRevision: number;
		readonly selection: Selection;
		readonly purposes?: Purposes;
	}
): Promise<SaveDraftOutcome> {
	return context.write(async (transaction) => {
		const current = await findDraft(transaction, input.clientId);
		if (!current) return gone('application');
		const { selection, purposes = current.purposes } = input;
		const next = { selection, purposes };
		if (current.revision !== input.baseRevision) {
			// What stands there already may be an earlier save of the same, whose answer got lost.
			return sameContent(current, next) ? { ok: true, draft: current } : stale(current);
		}
		const draft = await storeDraft(transaction, input.clientId, current, next);
		return { ok: true, draft };
	});
}

/**
 * Says what one permission is for, whatever else changed meanwhile.
 *
 * @param input.told in the form it is kept in; empty for nothing, and what is left out stays
 * @returns null when the application is gone
 */
export async function savePurpose(
	context: Context,
	{
		clientId,
		name,
		told
	}: { readonly clientId: string; readonly name: PermissionName; readonly told: Partial<Told> }
): Promise<Draft | null> {
	return context.write(async (transaction) => {
		const current = await findDraft(transaction, clientId);
		if (!current) return null;
		const next = { ...toldOf(current.purposes[name]), ...told };
		const purposes = withPurpose(current.purposes, name, next);
		return storeDraft(transaction, clientId, current, { purposes });
	});
}

/**
 * Lets owners refuse one permission, whatever else changed meanwhile.
 *
 * @returns null when the application is gone
 */
export async function saveOptional(
	context: Context,
	{ clientId, name }: { readonly clientId: string; readonly name: PermissionName }
): Promise<Draft | null> {
	return context.write(async (transaction) => {
		const current = await findDraft(transaction, clientId);
		if (!current) return null;
		const selection = makeOptional(current.selection, name, officialCatalog);
		if (sameSelection(selection, current.selection)) return current;
		return storeDraft(transaction, clientId, current, { selection });
	});
}

/** Reads a draft inside a transaction, without items that the catalog no longer holds. */
export async function findDraft({ db }: Transaction, clientId: string): Promise<Draft | null> {
	const [row] = await db
		.select({
			revision: drafts.revision,
			basedOn: drafts.basedOn,
			selection: drafts.selection,
			purposes: drafts.purposes,
			updatedAt: drafts.updatedAt
		})
		.from(drafts)
		.where(eq(drafts.clientId, clientId));
	if (!row) return null;
	const selection = knownItems(readJson(row.selection, clientId));
	return { ...row, selection, purposes: readJson(row.purposes, clientId) };
}

/** The items of a selection that the catalog still holds, by their codes of today. */
export function knownItems(selection: Selection): Selection {
	return currentCodes(selection, officialCatalog).filter(({ code }) => officialCatalog.item(code));
}

/** Writes the next revision of a draft; part of a transaction. What is not given stays. */
export async function storeDraft(
	transaction: Transaction,
	clientId: string,
	current: Draft,
	{
		selection = current.selection,
		purposes = current.purposes,
		basedOn = current.basedOn
	}: Partial<DraftContent & Pick<Draft, 'basedOn'>>
): Promise<Draft> {
	const next = {
		revision: current.revision + 1,
		basedOn,
		selection,
		purposes,
		updatedAt: transaction.machineNow
	};
	await transaction.db.update(drafts).set(next).where(eq(drafts.clientId, clientId));
	return next;
}
