import type { PermissionName } from '#lib/access/permission.ts';
import type { Context } from '../../context.ts';
import type { CountedCalls } from './spend.ts';

/** A permission that a connection used. */
export interface PermissionUse {
	readonly connectionId: string;
	readonly permission: PermissionName;
	/** By the rehearsal. */
	readonly lastUsedAt: number;
}

/** What happened and is not written down yet. */
export class Pending {
	readonly #uses = new Map<string, PermissionUse>();
	readonly #calls = new Map<string, CountedCalls & { readonly calls: number }>();

	note(use: PermissionUse): void {
		this.#uses.set(`${use.connectionId} ${use.permission}`, use);
	}

	count(counted: CountedCalls, calls = 1): void {
		const key = `${counted.clientId} ${counted.vehicleId} ${counted.month}`;
		const before = this.#calls.get(key)?.calls ?? 0;
		this.#calls.set(key, { ...counted, calls: before + calls });
	}

	/** Takes out all that waits. */
	take(): PendingRows {
		const taken = { uses: [...this.#uses.values()], calls: [...this.#calls.values()] };
		this.#uses.clear();
		this.#calls.clear();
		return taken;
	}

	/** Puts back what could not be written; what happened since stands. */
	putBack({ uses, calls }: PendingRows): void {
		for (const use of uses) {
			if (!this.#uses.has(`${use.connectionId} ${use.permission}`)) this.note(use);
		}
		for (const { calls: count, ...counted } of calls) this.count(counted, count);
	}
}

export interface PendingRows {
	readonly uses: readonly PermissionUse[];
	readonly calls: readonly (CountedCalls & { readonly calls: number })[];
}

const pending = new WeakMap<Context['storage'], Pending>();

/** What waits to be written to a storage; each has its own. */
export function pendingOf({ storage }: Pick<Context, 'storage'>): Pending {
	const known = pending.get(storage) ?? new Pending();
	pending.set(storage, known);
	return known;
}
