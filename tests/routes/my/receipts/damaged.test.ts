import { receiptFile, type KeptConsent } from '#lib/owners/receipt-file.ts';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import ReceiptPage from '../../../../src/routes/my/receipts/[receiptId]/+page.svelte';

const UNREAD = 'This part of the receipt cannot be read.';
const KEPT: KeptConsent = {
	id: 12,
	kind: 'granted',
	by: 'account',
	at: Date.UTC(2026, 11, 29, 18, 40),
	application: {
		name: 'Charge Planner',
		isNameOfToday: false,
		nameToday: 'Charge Planner',
		clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
		domain: 'chargeplanner.example'
	},
	account: { make: 'VOLKSWAGEN', username: 'sam@3-vehicles.test' },
	vehicles: [{ name: 'Volkswagen ID.4 2023', vin: '0SCVLKW4C73797D31' }],
	asked: [{ name: 'read_battery', required: true }],
	granted: ['read_battery'],
	version: 7
};
const READER = { language: 'en', issuedTo: 'sam@example.org', origin: 'https://valetkey.example' };

function show(damage: Partial<KeptConsent>): string {
	const file = receiptFile({ ...KEPT, ...damage }, READER);
	const frame = { isSignedIn: true, sandboxDay: null, frozen: false };
	const params = { receiptId: '12' };
	return render(ReceiptPage, { props: { data: { ...file, ...frame }, form: null, params } }).body;
}

it.each([
	['nothing is damaged', {}, 0],
	['the vehicles are', { vehicles: null }, 1],
	['what was asked is', { asked: null, granted: null }, 1],
	['both are', { vehicles: null, asked: null, granted: null }, 2]
])('where %s, a receipt says so and shows all the rest', (_, damage, said) => {
	const page = show(damage);
	expect(page.split(UNREAD)).toHaveLength(said + 1);
	expect(page).not.toContain('Nothing.');
	expect(page).toContain('sam@3-vehicles.test');
	expect(page).toContain(`href="/my/applications/${KEPT.application.clientId}"`);
});
