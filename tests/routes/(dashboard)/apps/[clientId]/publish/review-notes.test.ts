import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import ReviewNotes from '../../../../../../src/routes/(dashboard)/apps/[clientId]/publish/ReviewNotes.svelte';

function show(...codes: readonly string[]): string {
	const selection = codes.map((code) => ({ code, required: false }));
	const props = {
		selection,
		access: derive(selection, officialCatalog),
		today: '2026-11-23',
		unused: { days: 30, permissions: [{ name: 'read_odometer', connections: 12 }] },
		clientId: 'the-id',
		onfix: () => undefined
	} as const;
	return render(ReviewNotes, { props }).body;
}

it('the review warns of what no connection uses, leads to its item and offers to drop it', () => {
	const page = show('make', 'odometer-traveleddistance');
	expect(page).toContain('read_odometer was not used for 30 days by any of 12 connections.');
	expect(page).toMatch(/<a href="[^"]*vehicle-access\?open=odometer-traveleddistance"/);
	expect(page).toMatch(/<button type="button"[^>]*>Drop Traveled distance<\/button>/);
});

it('the review is silent where the draft does not ask for it', () => {
	expect(show('make')).not.toContain('<section');
});
