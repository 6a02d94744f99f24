import { createContext, untrack } from 'svelte';
import { COMMANDS, type Command, type CommandId } from './commands.ts';
import * as words from './words.en.ts';

/** Which of the two windows of the commands is open. */
export type CommandWindow = 'palette' | 'shortcuts';

/** Time in milliseconds for which a notice stays. */
const NOTICE_SHOWN = 4000;

interface Offer {
	readonly id: CommandId;
	readonly run: () => void;
}

/**
 * Knows which commands can run on the page at hand. Pages offer what they can do; keys and
 * palette run it by its name.
 */
export class CommandCenter {
	/** Of all pages and parts of pages; the last one of a command counts. */
	#offers: readonly Offer[] = $state.raw([]);

	#timer: ReturnType<typeof setTimeout> | undefined;

	opened: CommandWindow | null = $state(null);
	/** What a command did, where nothing else on the page shows it. */
	notice = $state('');

	/** The commands of the palette that can run now, in the order of the list. */
	readonly runnable: readonly Command[] = $derived(
		COMMANDS.filter((command: Command) => !command.keysOnly && this.#find(command.id) !== undefined)
	);

	/** Offers commands until the returned function is called. */
	offer(offers: Partial<Record<CommandId, () => void>>): () => void {
		const own: readonly Offer[] = COMMANDS.flatMap(({ id }) => {
			const run = offers[id];
			return run ? [{ id, run }] : [];
		});
		this.#change((offers) => [...offers, ...own]);
		return () => this.#change((offers) => offers.filter((offer) => !own.includes(offer)));
	}

	notify(notice: string): void {
		this.notice = notice;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.notice = ''), NOTICE_SHOWN);
	}

	/** What a page fetches only when it is wanted; null, with a notice, where that fails. */
	async whenFetched<T>(wanted: Promise<T>): Promise<T | null> {
		try {
			return await wanted;
		} catch {
			this.notify(words.unreachable);
			return null;
		}
	}

	/** @returns false when no page offers the command. */
	run(id: CommandId): boolean {
		const offer = this.#find(id);
		offer?.run();
		return offer !== undefined;
	}

	#find(id: CommandId): Offer | undefined {
		return this.#offers.findLast((offer) => offer.id === id);
	}

	/** Whoever offers in an effect does not depend on what others offer. */
	#change(change: (offers: readonly Offer[]) => readonly Offer[]): void {
		this.#offers = untrack(() => change(this.#offers));
	}
}

export const [getCommandCenter, setCommandCenter] = createContext<CommandCenter>();
