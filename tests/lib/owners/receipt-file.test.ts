import { receiptFile, type KeptConsent } from '#lib/owners/receipt-file.ts';
import { Receipt } from '#lib/owners/receipt.ts';
import { expect, it } from 'vitest';

const CLIENT_ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const APPLICATION = {
	name: 'Charge Planner',
	isNameOfToday: false,
	nameToday: 'Trip Book',
	clientId: CLIENT_ID,
	domain: 'chargeplanner.example'
};
const KEPT: KeptConsent = {
	id: 12,
	kind: 'granted',
	by: 'account',
	at: Date.UTC(2026, 11, 29, 18, 40),
	application: APPLICATION,
	account: { make: 'VOLKSWAGEN', username: 'sam@3-vehicles.test' },
	vehicles: [{ name: 'Volkswagen ID.4 2023', vin: '0SCVLKW4C73797D31' }],
	asked: [
		{
			name: 'read_battery',
			required: true,
			purpose: 'To plan when to charge',
			without: 'No plan.'
		},
		{ name: 'control_security', required: false }
	],
	granted: ['read_battery'],
	version: 7
};
const READER = { language: 'en', issuedTo: 'sam@example.org', origin: 'https://valetkey.example' };

it('is what was kept, in words, after the published schema', () => {
	const file = receiptFile(KEPT, READER);
	expect(Receipt.parse(file)).toEqual({
		$schema: 'https://valetkey.example/schemas/receipt.json',
		format: 1,
		receipt: 12,
		issuedTo: 'sam@example.org',
		language: 'en',
		kind: 'granted',
		at: '2026-12-29T18:40:00.000Z',
		by: 'account',
		application: APPLICATION,
		account: { brand: 'Volkswagen', username: 'sam@3-vehicles.test' },
		vehicles: [{ name: 'Volkswagen ID.4 2023', vin: '0SCVLKW4C73797D31' }],
		requestVersion: 7,
		permissions: [
			{
				name: 'read_battery',
				label: 'Battery',
				text: 'See how full your battery is and how far you can drive on it.',
				purpose: 'To plan when to charge',
				without: 'No plan.',
				required: true,
				given: true
			},
			{
				name: 'control_security',
				label: 'Lock and unlock',
				text: 'Lock and unlock your vehicle.',
				purpose: '',
				without: '',
				required: false,
				given: false
			}
		],
		endsAfterDaysUnused: 60,
		takeBack: `https://valetkey.example/my/applications/${CLIENT_ID}`,
		portal: 'https://valetkey.example/my'
	});
});

it.each([
	['de-AT', 'de', 'Batterie'],
	['fr', 'fr', 'Batterie'],
	['da', 'en', 'Battery']
])('for %s is in the words of %s', (language, code, label) => {
	const file = receiptFile(KEPT, { ...READER, language });
	expect(file.language).toBe(code);
	expect(file.permissions?.[0]?.label).toBe(label);
});

it('names no end where nothing is given', () => {
	const file = receiptFile({ ...KEPT, kind: 'revoked', granted: [] }, READER);
	expect(file.endsAfterDaysUnused).toBeNull();
	expect(file.permissions?.map(({ given }) => given)).toEqual([false, false]);
});

it('calls a brand that is not known by its key', () => {
	const account = { make: 'ZEPPELIN', username: 'sam' };
	expect(receiptFile({ ...KEPT, account }, READER).account.brand).toBe('ZEPPELIN');
});

it('says null of what cannot be read, never that nothing was given', () => {
	const file = receiptFile({ ...KEPT, vehicles: null, asked: null, granted: null }, READER);
	expect(Receipt.parse(file)).toMatchObject({
		vehicles: null,
		permissions: null,
		endsAfterDaysUnused: null,
		account: { username: 'sam@3-vehicles.test' }
	});
});
