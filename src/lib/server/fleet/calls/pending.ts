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

/** An item that an application asked for. */
interface AskedUse {
	readonly clientId: string;
	readonly code: string;
	/** By the rehearsal. */
	readonly at: number;
	/** For want of a permission. */
	readonly refused: boolean;
	/** Because all were told. */
	readonly listed: boolean;
}

/** How often an application asked for an item. */
export interface ItemUse {
	readonly clientId: string;
	readonly code: string;
	readonly calls: number;
	readonly refused: number;
	readonly listed: number;
	readonly firstAt: number;
	readonly lastAt: number;
}

/** What happened and is not written down yet. */
export class Pending {
	readonly #items = new Map<string, Map<string, ItemUse>>();
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

	ask({ clientId, code, at, refused, listed }: AskedUse): void {
		const once = { calls: 1, refused: Number(refused), listed: Number(listed) };
		this.#add({ clientId, code, ...once, firstAt: at, lastAt: at });
	}

	#add(use: ItemUse): void {
		const { clientId, code } = use;
		const items = this.#items.get(clientId) ?? new Map<string, ItemUse>();
		this.#items.set(clientId, items);
		const before = items.get(code);
		items.set(code, before ? together(before, use) : use);
	}

	/** Takes out all that waits. */
	take(): PendingRows {
		const taken = {
			uses: [...this.#uses.values()],
			calls: [...this.#calls.values()],
			items: [...this.#items.values()].flatMap((items) => [...items.values()])
		};
		this.#uses.clear();
		this.#calls.clear();
		this.#items.clear();
		return taken;
	}

	/** Puts back what could not be written; what happened since stands. */
	putBack({ uses, calls, items }: PendingRows): void {
		for (const use of uses) {
			if (!this.#uses.has(`${use.connectionId} ${use.permission}`)) this.note(use);
		}
		for (const { calls: count, ...counted } of calls) this.count(counted, count);
		for (const use of items) this.#add(use);
	}
}

function together(one: ItemUse, other: ItemUse): ItemUse {
	return {
		...one,
		calls: one.calls + other.calls,
		refused: one.refused + other.refused,
		listed: one.listed + other.listed,
		firstAt: Math.min(one.firstAt, other.firstAt),
		lastAt: Math.max(one.lastAt, other.lastAt)
	};
}

export interface PendingRows {
	readonly uses: readonly PermissionUse[];
	readonly calls: readonly (CountedCalls & { readonly calls: number })[];
	readonly items: readonly ItemUse[];
}

const pending = new WeakMap<Context['storage'], Pending>();

/** What waits to be written to a storage; each has its own. */
export function pendingOf({ storage }: Pick<Context, 'storage'>): Pending {
	const known = pending.get(storage) ?? new Pending();
	pending.set(storage, known);
	return known;
}
