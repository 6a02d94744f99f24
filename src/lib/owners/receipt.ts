import { PermissionName } from '#lib/access/kept.ts';
import { CONSENT_KINDS } from '#lib/connect/consent-record.ts';
import { z } from 'zod';
import { ACTORS_TOLD } from './by-whom.ts';

const Permission = z.strictObject({
	name: PermissionName.describe('Permission, e.g. read_battery'),
	label: z.string().describe('What owners read of it'),
	text: z.string().describe('What it lets the app do, in one sentence'),
	purpose: z
		.string()
		.describe('What the app said it is for, in its own words; empty where it said nothing'),
	without: z
		.string()
		.describe(
			'What the app said that stops without it, in its own words; empty where it said nothing'
		),
	required: z.boolean().describe('Whether the app asked for it as required'),
	given: z.boolean().describe('Whether the app may use it from then on')
});

/** The file of a receipt: one consent, as it is kept, in the words that its owner reads. */
export const Receipt = z.strictObject({
	$schema: z.string(),
	format: z.literal(1).describe('Version of this format'),
	receipt: z.int().describe('Number of the receipt'),
	issuedTo: z.string().describe('E-mail address of the owner who was signed in'),
	language: z.string().describe('Of the labels and texts, as a BCP 47 tag'),
	kind: z.enum(CONSENT_KINDS).describe('Whether access was given, taken back in part, or ended'),
	at: z.iso.datetime().describe('When; by the clock of the rehearsal'),
	by: z.enum(ACTORS_TOLD).describe('Who did it; “account” is whoever signed in to the car account'),
	application: z.strictObject({
		name: z.string().describe('As it was called then'),
		isNameOfToday: z.boolean().describe('Whether its name of then is not known'),
		nameToday: z.string(),
		clientId: z.string().describe('The one it has today'),
		domain: z
			.string()
			.nullable()
			.describe('Where Connect led back to, or the scheme of an app; null where it is not known')
	}),
	account: z.strictObject({ brand: z.string(), username: z.string() }),
	vehicles: z
		.array(z.strictObject({ name: z.string(), vin: z.string() }))
		.nullable()
		.describe('Null where what is stored of them is damaged'),
	requestVersion: z
		.int()
		.nullable()
		.describe('Published version of the request; null where a link had a scope of its own'),
	permissions: z
		.array(Permission)
		.nullable()
		.describe('All that was asked, in scope order; null where what is stored of it is damaged'),
	endsAfterDaysUnused: z
		.int()
		.nullable()
		.describe(
			'Without use it ends by itself after so many days; null where nothing is given, or that is not known'
		),
	takeBack: z.url().describe('Address where it is taken back'),
	portal: z.url().describe('Address of the owners’ portal')
});
export type Receipt = z.infer<typeof Receipt>;

/** JSON Schema (draft 2020-12) of {@link Receipt}. */
export function receiptJsonSchema(): object {
	return { title: 'Receipt of access', ...z.toJSONSchema(Receipt) };
}

/** The number of a receipt as an address has it; null for what cannot be one. */
export function parseReceiptId(text: string): number | null {
	return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
