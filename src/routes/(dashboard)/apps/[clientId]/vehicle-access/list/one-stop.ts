/** What of the list the arrow keys go through: the box of each row and of each group's head. */
const STOPS = ['header > .check', '.rows:not([hidden]) > .row > .pick > .check'].join();

/** All that Tab would stop at; what an opened row shows is not of the list. */
const TABBABLE = ['header > button', '.check', '.price > a', '.lock > button', '.more'].join();

export function stopsOf(list: ParentNode): readonly HTMLElement[] {
	return [...list.querySelectorAll<HTMLElement>(STOPS)];
}

/** The stop that stands for something in a row or in a group's head. */
export function stopAt(element: Element): HTMLElement | null {
	if (element.closest('.detail')) return null;
	const place = element.closest('.row, .group > header');
	return place?.querySelector<HTMLElement>('.check') ?? null;
}

/**
 * Makes a list one stop of the Tab key, where its focus was last. Without a script each box is a
 * stop of its own.
 *
 * @returns ends it
 */
export function keepOneStop(list: HTMLElement): () => void {
	let current: HTMLElement | null = null;
	let position = 0;
	let hasFocus = false;

	function stopHere(stop: HTMLElement | undefined): void {
		if (current !== null) current.tabIndex = -1;
		current = stop ?? null;
		if (current === null) return;
		current.tabIndex = 0;
		position = stopsOf(list).indexOf(current);
	}

	function quiet(part: ParentNode): void {
		for (const element of part.querySelectorAll<HTMLElement>(TABBABLE)) {
			if (element !== current) element.tabIndex = -1;
		}
	}

	/** Where the row that had the focus is gone, that in its place has it. */
	function goOn(): void {
		if (current?.isConnected && current.checkVisibility()) return;
		const stops = stopsOf(list);
		stopHere(stops[Math.min(position, stops.length - 1)]);
		if (hasFocus && document.activeElement === document.body) current?.focus();
	}

	function follow({ target }: FocusEvent): void {
		if (!(target instanceof Element)) return;
		hasFocus = list.contains(target);
		const stop = hasFocus ? stopAt(target) : null;
		if (stop && stop !== current) stopHere(stop);
	}

	const observer = new MutationObserver((changes) => {
		for (const { addedNodes } of changes)
			for (const node of addedNodes)
				if (node instanceof HTMLElement) quiet(node.parentElement ?? node);
		goOn();
	});

	quiet(list);
	stopHere(list.querySelector<HTMLElement>('.row .check') ?? undefined);
	observer.observe(list, { childList: true, subtree: true });
	document.addEventListener('focusin', follow);
	return () => {
		observer.disconnect();
		document.removeEventListener('focusin', follow);
	};
}
