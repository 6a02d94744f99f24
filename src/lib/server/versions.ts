import { officialCatalog } from '#lib/access/catalog/official.ts';
import { currentCodes } from '#lib/access/current-codes.ts';
import { derive, type Access } from '#lib/access/derive.ts';
import { diffAccess, type Verdict } from '#lib/access/diff.ts';
import { mergeSelections } from '#lib/access/merge.ts';
import { checkReason, normalizeReason, type ReasonFault } from '#lib/access/publish-reason.ts';
import { formatScope } from '#lib/access/scope.ts';
import { sameSelection, type Selection } from '#lib/access/selection.ts';
import { and, desc, eq } from 'drizzle-orm';
import { clock } from './clock.ts';
import { read, write } from './db/connection.ts';
import type { Db } from './db/open.ts';
import { versions } from './db/schema.ts';
import { knownItems, requireDraft, storeDraft, type Draft } from './drafts.ts';

/** A published selection with what it derived to at that time; never changed again. */
export interface Version {
	readonly number: number;
	readonly selection: Selection;
	readonly access: Access;
	readonly scope: string;
	/** The reason that was given; may be empty in the first version and where nothing widened. */
	readonly message: string;
	readonly verdict: Verdict;
	readonly catalogRevision: string;
	readonly publishedBy: string;
	/** Milliseconds since 1970. */
	readonly publishedAt: number;
}

/** Why nothing was published, in words. */
const REFUSALS = {
	empty:
		'Nothing was published: the selection asks for no permission, and an owner must have at least one to grant. Select an item first.',
	unchanged: 'Nothing was published: the draft is the same as the current version.',
	'draft-changed':
		'Nothing was published: the draft changed after you opened this review. Look at the changes again.'
} as const;

type PublishRefusal = keyof typeof REFUSALS | ReasonFault['code'];

export type PublishOutcome =
	| { readonly kind: 'published'; readonly version: Version }
	/** Another version was published meanwhile; nothing was written. */
	| {
			readonly kind: 'stale';
			readonly base: Version | null;
			readonly mine: Selection;
			readonly theirs: Version;
	  }
	| { readonly kind: 'refused'; readonly reason: PublishRefusal; readonly message: string };

/** All versions of an application, the newest first. */
export async function listVersions(clientId: string): Promise<readonly Version[]> {
	return read((db) =>
		selectVersions(db)
			.where(eq(versions.clientId, clientId))
			.orderBy(desc(versions.number))
			.all()
			.map(withCurrentCodes)
	);
}

export async function getVersion(clientId: string, number: number): Promise<Version | null> {
	return read((db) => findVersion(db, clientId, number));
}

/** The current version; null before the first. */
export async function latestVersion(clientId: string): Promise<Version | null> {
	return read((db) => findLatest(db, clientId));
}

/**
 * Publishes the draft as the next version, if the version and the draft are still those that were
 * reviewed. Derives inside the transaction, so that what is stored is what was locked in.
 */
export async function publish(input: {
	readonly clientId: string;
	/** Version that the review compared with; null when there was none. */
	readonly basedOn: number | null;
	/** Revision of the draft that was reviewed. */
	readonly draftRevision: number;
	readonly message: string;
	readonly publishedBy: string;
}): Promise<PublishOutcome> {
	const message = normalizeReason(input.message);
	return write((db) => {
		const { clientId } = input;
		const current = findLatest(db, clientId);
		const draft = requireDraft(db, clientId);
		if (current && current.number !== input.basedOn) {
			const base = input.basedOn === null ? null : findVersion(db, clientId, input.basedOn);
			return { kind: 'stale', base, mine: draft.selection, theirs: current };
		}
		if (draft.revision !== input.draftRevision) return refuse('draft-changed');
		const access = derive(draft.selection, officialCatalog);
		if (access.length === 0) return refuse('empty');
		if (current && sameSelection(current.selection, draft.selection)) return refuse('unchanged');
		const { verdict } = diffAccess(current?.access ?? [], access);
		const fault = checkReason(message, verdict, current?.number ?? null);
		if (fault) return { kind: 'refused', reason: fault.code, message: fault.message };
		const version: Version = {
			number: (current?.number ?? 0) + 1,
			selection: draft.selection,
			access,
			scope: formatScope(access),
			message,
			verdict,
			catalogRevision: officialCatalog.revision,
			publishedBy: input.publishedBy,
			publishedAt: clock.now()
		};
		db.insert(versions)
			.values({ clientId, ...version })
			.run();
		storeDraft(db, clientId, draft, draft.selection, version.number);
		return { kind: 'published', version };
	});
}

/**
 * Puts a version's selection into the draft. Codes that the catalog no longer holds are left out.
 *
 * @returns the new draft and the selection it replaces, or null when there is no such version.
 */
export async function restoreIntoDraft(
	clientId: string,
	number: number
): Promise<{ readonly draft: Draft; readonly replaced: Selection } | null> {
	return write((db) => {
		const current = requireDraft(db, clientId);
		const version = findVersion(db, clientId, number);
		if (!version) return null;
		const draft = storeDraft(db, clientId, current, knownItems(version.selection));
		return { draft, replaced: current.selection };
	});
}

/**
 * Merges what was published meanwhile into the draft, three ways, and lets the draft go on from
 * there. Where both changed the same item, the draft's side stands.
 *
 * @param base version that the draft's changes were made on; null when there was none
 */
export async function mergeCurrentIntoDraft(clientId: string, base: number | null): Promise<Draft> {
	return write((db) => {
		const draft = requireDraft(db, clientId);
		const current = findLatest(db, clientId);
		const common = base === null ? null : findVersion(db, clientId, base);
		const { merged } = mergeSelections(
			common?.selection ?? [],
			draft.selection,
			current?.selection ?? []
		);
		return storeDraft(db, clientId, draft, knownItems(merged), current?.number ?? null);
	});
}

function findVersion(db: Db, clientId: string, number: number): Version | null {
	const [version] = selectVersions(db)
		.where(and(eq(versions.clientId, clientId), eq(versions.number, number)))
		.all();
	return version ? withCurrentCodes(version) : null;
}

function findLatest(db: Db, clientId: string): Version | null {
	const [version] = selectVersions(db)
		.where(eq(versions.clientId, clientId))
		.orderBy(desc(versions.number))
		.limit(1)
		.all();
	return version ? withCurrentCodes(version) : null;
}

/** What is stored never changes, so a code that was renamed since is read by its name of today. */
function withCurrentCodes(version: Version): Version {
	return { ...version, selection: currentCodes(version.selection, officialCatalog) };
}

function selectVersions(db: Db) {
	return db
		.select({
			number: versions.number,
			selection: versions.selection,
			access: versions.access,
			scope: versions.scope,
			message: versions.message,
			verdict: versions.verdict,
			catalogRevision: versions.catalogRevision,
			publishedBy: versions.publishedBy,
			publishedAt: versions.publishedAt
		})
		.from(versions);
}

function refuse(reason: keyof typeof REFUSALS): PublishOutcome {
	return { kind: 'refused', reason, message: REFUSALS[reason] };
}
