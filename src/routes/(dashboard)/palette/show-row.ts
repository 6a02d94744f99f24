import { tick } from 'svelte';
import { prefersReducedMotion } from 'svelte/motion';

/** Time in milliseconds for which a row stands out. */
const STANDS_OUT = 1500;

/** Unfolds what holds a row, puts the focus on it, and lets it stand out. */
export async function showRow(id: string): Promise<void> {
	await tick();
	const row = document.getElementById(id);
	if (!row) return;
	if (!row.checkVisibility()) {
		row.closest('section')?.querySelector<HTMLElement>('[aria-expanded="false"]')?.click();
		await tick();
	}
	row.scrollIntoView({ block: 'center' });
	row.querySelector('input')?.focus();
	if (prefersReducedMotion.current) return;
	row.animate({ backgroundColor: ['var(--accent-soft)', 'transparent'] }, STANDS_OUT);
}
