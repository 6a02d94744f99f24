import { goto } from '$app/navigation';
import * as words from '../words.en.ts';

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
	ArrowUp: [-1, 0],
	ArrowDown: [1, 0],
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1],
	Home: [0, -Infinity],
	End: [0, Infinity]
};

/**
 * Makes the table a grid with one tab stop: arrows go from cell to cell, Home and End to the ends
 * of a row, Enter opens the vehicle at the item. Without it every vehicle is a link of its own.
 */
export function fleetKeys(table: HTMLTableElement): () => void {
	table.setAttribute('role', 'grid');
	const inside = new AbortController();
	const { signal } = inside;
	settle(table);
	table.addEventListener('keydown', (event) => move(table, event), { signal });
	table.addEventListener('focusin', ({ target }) => enter(table, target), { signal });
	// Rows come and go with the page of the list.
	const watch = new MutationObserver(() => settle(table));
	watch.observe(table, { childList: true, subtree: true });
	return () => {
		inside.abort();
		watch.disconnect();
	};
}

/** What takes the focus in each row: the vehicle's link, and the cells beside it. */
function gridOf(table: HTMLTableElement): readonly (readonly HTMLElement[])[] {
	return [...(table.tBodies[0]?.rows ?? [])].map((row) => [
		...row.querySelectorAll<HTMLElement>('th a, td[data-item], td.way a')
	]);
}

function settle(table: HTMLTableElement): void {
	const all = gridOf(table).flat();
	const current = all.find((cell) => cell.tabIndex === 0 && cell.hasAttribute('data-stop'));
	for (const cell of all) stopAt(cell, cell === (current ?? all[0]));
}

function stopAt(cell: HTMLElement, stop: boolean): void {
	cell.tabIndex = stop ? 0 : -1;
	cell.toggleAttribute('data-stop', stop);
}

function enter(table: HTMLTableElement, target: EventTarget | null): void {
	const all = gridOf(table).flat();
	const entered = all.find((cell) => cell === target);
	if (!entered) return;
	for (const cell of all) stopAt(cell, cell === entered);
	if (entered instanceof HTMLTableCellElement) speak(table, entered);
}

/** A cell that has the focus says what it is about. */
function speak(table: HTMLTableElement, cell: HTMLTableCellElement): void {
	const item = table.tHead?.rows[1]?.cells[cell.cellIndex - 2]?.textContent ?? '';
	const vehicle = cell.parentElement?.querySelector('th')?.dataset.says ?? '';
	cell.setAttribute(
		'aria-label',
		words.cellSays(item.trim(), vehicle, cell.innerText.trim().replace(/\s+/g, ' '))
	);
}

function move(table: HTMLTableElement, event: KeyboardEvent): void {
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	const grid = gridOf(table);
	const row = grid.findIndex((cells) => cells.some((cell) => cell === event.target));
	const cells = grid[row];
	if (!cells) return;
	const column = cells.findIndex((cell) => cell === event.target);
	const step = STEPS[event.key];
	if (step) {
		const [down, right] = step;
		const next = grid[row + down];
		next?.[between(column + right, next.length)]?.focus();
		event.preventDefault();
	} else if (event.key === 'Enter' && event.target instanceof HTMLTableCellElement) {
		const [vehicle] = cells;
		if (vehicle instanceof HTMLAnchorElement) {
			// eslint-disable-next-line svelte/no-navigation-without-resolve -- The link's own address.
			void goto(`${vehicle.href}#${event.target.dataset.item ?? ''}`);
		}
	}
}

function between(index: number, length: number): number {
	return Math.min(Math.max(index, 0), length - 1);
}
