import { render } from 'svelte/server';
import type { Shown } from '../shown.ts';
import Rail from './Rail.svelte';

/**
 * The rail as the server writes it, for a page whose scripts fetch it later. Without the comments by
 * which scripts would take it up: it is replaced as a whole.
 */
export function writeRail(data: Shown): string {
	const props = { data, say: () => undefined };
	return render(Rail, { props, idPrefix: 'rail' }).body.replaceAll(/<!--[\s\S]*?-->/g, '');
}
