export interface ToggleTimes {
	/** Milliseconds from the click until the new scope is in the document and laid out. */
	readonly toScope: number[];
	/** Milliseconds from the click until the frame that shows it is handed over. */
	readonly toPaint: number[];
}

/**
 * Ticks and unticks every item of the picker and times those that change the scope.
 * Runs inside the page, so it may use nothing from outside its own body.
 */
export async function toggleEveryItem(): Promise<ToggleTimes> {
	const times: ToggleTimes = { toScope: [], toPaint: [] };
	const output = document.querySelector('output[aria-label="Scope"], output');
	const boxes = document.querySelectorAll<HTMLInputElement>(
		'[data-code] input[type="checkbox"]:not([role="switch"])'
	);
	if (!output || boxes.length === 0) throw new Error('The page has no scope or no items.');
	for (const box of boxes) {
		await toggle(box, output);
		await toggle(box, output);
	}
	return times;

	async function toggle(box: HTMLInputElement, scope: Element): Promise<void> {
		await frame();
		const changed = new Promise<number>((resolve) => {
			const observer = new MutationObserver(() => {
				observer.disconnect();
				scope.getBoundingClientRect();
				resolve(performance.now());
			});
			observer.observe(scope, { childList: true, characterData: true, subtree: true });
			setTimeout(() => {
				observer.disconnect();
				resolve(NaN);
			}, 100);
		});
		const began = performance.now();
		box.click();
		const laidOut = await changed;
		if (Number.isNaN(laidOut)) return;
		await frame();
		times.toScope.push(laidOut - began);
		times.toPaint.push(performance.now() - began);
	}

	/** Until the next frame has been drawn: a message posted in it arrives after it. */
	function frame(): Promise<void> {
		return new Promise((resolve) => {
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve();
				port2.postMessage(null);
			});
		});
	}
}
