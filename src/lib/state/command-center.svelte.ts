import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { COMMANDS, type Command, type CommandId } from './commands.ts';

/** Which of the two windows of the commands is open. */
export type CommandWindow = 'palette' | 'shortcuts';

/** Time in milliseconds for which a notice stays. */
const NOTICE_SHOWN = 4000;

/**
 * Knows which commands can run on the page at hand. Pages offer what they can do; keys and
 * palette run it by its name.
 */
export class CommandCenter {
	readonly #offers = new SvelteMap<CommandId, () => void>();

	#timer: ReturnType<typeof setTimeout> | undefined;

	opened: CommandWindow | null = $state(null);
	/** What a command did, where nothing else on the page shows it. */
	notice = $state('');

	/** The commands of the palette that can run now, in the order of the list. */
	readonly runnable: readonly Command[] = $derived(
		COMMANDS.filter((command: Command) => !command.keysOnly && this.#offers.has(command.id))
	);

	/** Offers commands until the returned function is called. */
	offer(offers: Partial<Record<CommandId, () => void>>): () => void {
		const own = COMMANDS.flatMap(({ id }) => {
			const run = offers[id];
			return run ? [{ id, run }] : [];
		});
		for (const { id, run } of own) this.#offers.set(id, run);
		return () => {
			// A page that came later may have taken a command over.
			for (const { id, run } of own) {
				if (this.#offers.get(id) === run) this.#offers.delete(id);
			}
		};
	}

	notify(notice: string): void {
		this.notice = notice;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.notice = ''), NOTICE_SHOWN);
	}

	/** @returns false when no page offers the command. */
	run(id: CommandId): boolean {
		const run = this.#offers.get(id);
		run?.();
		return run !== undefined;
	}
}

export const [getCommandCenter, setCommandCenter] = createContext<CommandCenter>();
