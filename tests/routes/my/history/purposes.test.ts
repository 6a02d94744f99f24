import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import HistoryPage from '../../../../src/routes/my/history/+page.svelte';

const FRAME = { language: 'en', isSignedIn: true, sandboxDay: null, frozen: false };
const CONSENT = {
	id: 12,
	app: { clientId: 'the-id', name: 'Charge Planner' },
	kind: 'granted',
	by: 'account',
	what: 'Battery',
	says: 'Charge Planner says:',
	vehicles: 'Volkswagen ID.4 2023',
	version: 7,
	at: Date.UTC(2026, 11, 29)
} as const;

function show(purposes: { label: string; text: string }[]): string {
	const consents = [{ ...CONSENT, purposes }];
	const data = { ...FRAME, clientId: null, consents, next: null, damaged: 0 };
	return render(HistoryPage, { props: { data, form: null, params: {} } }).body;
}

it('the history has what the app said that a permission is for, as the app’s words', () => {
	const page = show([{ label: 'Battery', text: '<b>We plan by it.</b>' }]);
	expect(page).toMatch(/Charge Planner says:[^]*<q[^>]*>&lt;b>We plan by it/);
});

it('the history says nothing for the app where it said nothing', () => {
	expect(show([])).not.toContain('Charge Planner says:');
});
