import type { Catalog } from './catalog/catalog.ts';
import type { Access } from './derive.ts';
import { countAll, diffLocked, lockIn, type Verdict } from './diff.ts';
import { checkReason, normalizeReason, type ReasonFault } from './publish-reason.ts';
import type { Purposes } from './purposes.ts';
import { formatScope } from './scope.ts';
import type { Selection } from './selection.ts';

/** A selection with what it derived to when it was published. */
export interface LockedVersion {
	readonly number: number;
	readonly selection: Selection;
	readonly access: Access;
	/** What owners are told that its permissions are for. */
	readonly purposes: Purposes;
	readonly scope: string;
	/** The reason that was given; may be empty in the first version and where nothing widened. */
	readonly message: string;
	readonly verdict: Verdict;
	readonly catalogRevision: string;
}

/** What a publisher reviewed, and why it shall be published. */
export interface PublishRequest {
	/** Version that the review compared with; null when there was none. */
	readonly basedOn: number | null;
	/** Revision of the draft that was reviewed. */
	readonly draftRevision: number;
	readonly message: string;
}

export type PublishRefusal =
	| { readonly code: 'draft-changed' | 'empty' | 'unchanged' }
	| { readonly code: 'reason'; readonly field: 'reason'; readonly data: ReasonFault };

export type PublishDecision<Current> =
	| { readonly kind: 'publish'; readonly version: LockedVersion }
	/** Another version was published since the review. */
	| { readonly kind: 'stale'; readonly current: Current }
	| { readonly kind: 'refused'; readonly refusal: PublishRefusal };

/**
 * Decides whether a draft becomes the next version, and what that locks in.
 *
 * @param current the current version; null before the first
 */
export function decidePublish<
	Current extends Pick<LockedVersion, 'number' | 'selection' | 'access' | 'purposes'>
>(
	{ basedOn, draftRevision, message }: PublishRequest,
	draft: Pick<LockedVersion, 'selection' | 'purposes'> & { readonly revision: number },
	current: Current | null,
	catalog: Catalog
): PublishDecision<Current> {
	if (current && current.number !== basedOn) return { kind: 'stale', current };
	if (draft.revision !== draftRevision) return refused({ code: 'draft-changed' });
	const locked = lockIn(draft, catalog);
	if (locked.access.length === 0) return refused({ code: 'empty' });
	const diff = diffLocked(current, locked);
	if (current && countAll(diff) === 0) return refused({ code: 'unchanged' });
	const { verdict } = diff.access;
	const reason = normalizeReason(message);
	const fault = checkReason(reason, verdict, current?.number ?? null);
	if (fault) return refused({ code: 'reason', field: 'reason', data: fault });
	return {
		kind: 'publish',
		version: {
			number: (current?.number ?? 0) + 1,
			...locked,
			scope: formatScope(locked.access),
			message: reason,
			verdict,
			catalogRevision: catalog.revision
		}
	};
}

function refused(refusal: PublishRefusal) {
	return { kind: 'refused', refusal } as const;
}
