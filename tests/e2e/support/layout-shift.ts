import type { Page } from '@playwright/test';

/** What moved by itself, and how much of the page. */
interface Shift {
	readonly value: number;
	readonly at: number;
	readonly parts: readonly string[];
}

/** Watches each page that is opened from now on. */
export async function watchShifts(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const shifts: object[] = [];
		const take = (entries: readonly PerformanceEntry[]) => {
			for (const entry of entries) {
				// What follows a press at once is what was pressed for.
				if (Reflect.get(entry, 'hadRecentInput') === true) continue;
				const sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[] =
					Reflect.get(entry, 'sources');
				const parts = sources.map(({ node, previousRect, currentRect }) => {
					const element = node instanceof Element ? node : node?.parentElement;
					const name = `${element?.localName}.${element?.className} ${element?.id}`;
					const [from, to] = [previousRect, currentRect].map(({ x, y, width, height }) =>
						[x, y, width, height].map(Math.round).join(' ')
					);
					return `${name}: ${from} → ${to}`;
				});
				shifts.push({ value: Reflect.get(entry, 'value'), at: entry.startTime, parts });
			}
		};
		const observer = new PerformanceObserver((list) => take(list.getEntries()));
		observer.observe({ type: 'layout-shift', buffered: true });
		Reflect.set(window, 'layoutShifts', () => {
			take(observer.takeRecords());
			return shifts;
		});
	});
}

/** All that moved so far, once the next frame is drawn and nothing waits to be done. */
export async function shiftsOf(page: Page): Promise<readonly Shift[]> {
	await page.evaluate(
		() =>
			new Promise<void>((resolve) =>
				requestIdleCallback(() =>
					requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
				)
			)
	);
	return page.evaluate(() => Reflect.apply(Reflect.get(window, 'layoutShifts'), window, []));
}
