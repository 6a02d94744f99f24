/** What this class itself wrote into the window's storage. */
interface Stored<Snapshot> {
	readonly past?: readonly Snapshot[];
	readonly future?: readonly Snapshot[];
}

/** Undo and redo over snapshots; survives a reload of the window. */
export class UndoHistory<Snapshot> {
	#past: readonly Snapshot[] = $state.raw([]);
	#future: readonly Snapshot[] = $state.raw([]);
	readonly #storageKey: string;

	constructor(key: string) {
		// Another form of steps takes another name: those of an earlier version are not read.
		this.#storageKey = `valetkey:undo-draft:${key}`;
		this.#restore();
	}

	get canUndo(): boolean {
		return this.#past.length > 0;
	}

	get canRedo(): boolean {
		return this.#future.length > 0;
	}

	/** Remembers the state before a change. */
	push(before: Snapshot): void {
		this.#past = [...this.#past, before];
		this.#future = [];
		this.#store();
	}

	/** @returns the state to go back to, or null at the beginning. */
	undo(current: Snapshot): Snapshot | null {
		const earlier = this.#past.at(-1);
		if (earlier === undefined) return null;
		this.#past = this.#past.slice(0, -1);
		this.#future = [...this.#future, current];
		this.#store();
		return earlier;
	}

	/** @returns the state to go forward to, or null at the end. */
	redo(current: Snapshot): Snapshot | null {
		const later = this.#future.at(-1);
		if (later === undefined) return null;
		this.#future = this.#future.slice(0, -1);
		this.#past = [...this.#past, current];
		this.#store();
		return later;
	}

	#store(): void {
		try {
			sessionStorage.setItem(
				this.#storageKey,
				JSON.stringify({ past: this.#past, future: this.#future })
			);
		} catch {
			// Storage may be full or forbidden; undo then lasts until the reload.
		}
	}

	#restore(): void {
		try {
			const text = sessionStorage.getItem(this.#storageKey) ?? '{}';
			const { past = [], future = [] } = JSON.parse(text) as Stored<Snapshot>;
			this.#past = past;
			this.#future = future;
		} catch {
			// No storage (on the server) or unreadable: start with an empty history.
		}
	}
}
