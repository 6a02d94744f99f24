import { EXAMPLE_CLIENT_ID } from '#lib/access/client-id.ts';

/** An application as a seed may want it. */
export interface SeedEntry {
	readonly name: string;
	readonly clientId: string;
	readonly clientSecret?: string;
	readonly redirectUris?: readonly string[];
	readonly selection?: object;
	readonly publish?: boolean;
}

export const selectionOf = (...codes: readonly string[]) => ({
	version: 1,
	items: codes.map((code) => ({ code: code.replace('!', ''), required: code.endsWith('!') }))
});

/** All that a seed can say of an application. */
export const ENTRY = {
	name: 'Charge Planner',
	clientId: EXAMPLE_CLIENT_ID,
	clientSecret: 'a-secret-of-the-pipeline',
	redirectUris: ['http://localhost:8000/callback', 'https://example.com/callback'],
	selection: selectionOf('odometer-traveleddistance!', 'tractionbattery-stateofcharge'),
	publish: true
} satisfies SeedEntry;

/** A client id that differs in its last digits. */
export const clientIdOf = (number: number) =>
	`8229df9f-91a0-4ff0-a1ae-${String(number).padStart(12, '0')}`;
