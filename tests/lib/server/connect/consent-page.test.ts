import { languageOf } from '#lib/access/owner-words/languages.ts';
import { updateStartUnticked } from '#lib/server/applications/sandbox-settings.ts';
import { consentLines, untickedAtFirst } from '#lib/server/connect/consent-page.ts';
import type { Context } from '#lib/server/context.ts';
import { versions } from '#lib/server/db/schema.ts';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	withApplication,
	newTraveller,
	publishItems,
	sessionOf,
	type Parameters
} from '../../../support/connect.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId = '';
beforeEach(async () => ({ context, clientId } = await withApplication(storage)));

const session = async (parameters: Parameters) =>
	sessionOf(context, await newTraveller(context, clientId, parameters));
const inLanguage = (code: string) => ({
	...languageOf(code),
	list: new Intl.ListFormat(code, { type: 'conjunction' })
});

describe('consentLines', () => {
	it('takes English texts from the catalog, and names nobody’s purpose for a link’s own scope', async () => {
		const asked = await session({ scope: 'read_vin required:read_battery' });
		expect(await consentLines(context, asked, inLanguage('en'))).toEqual([
			{
				name: 'read_battery',
				required: true,
				label: 'Battery',
				text: 'See how full your battery is and how far you can drive on it.',
				why: 'Required by {app}',
				purpose: '',
				without: ''
			},
			{
				name: 'read_vin',
				required: false,
				label: 'Identification number (VIN)',
				text: 'See the number that belongs to your vehicle alone.',
				why: '',
				purpose: '',
				without: ''
			}
		]);
	});

	it.each([
		['en', 'Battery', 'Required by {app} for State of charge'],
		['de', 'Batterie', 'Von {app} benötigt für State of charge'],
		['fr', 'Batterie', 'Nécessaire pour {app}, pour State of charge'],
		['es', 'Batería', 'Necesario para {app}, para State of charge']
	])('in %s it names what a version requires it for', async (code, label, why) => {
		await publishItems(
			context,
			clientId,
			'tractionbattery-stateofcharge!',
			'odometer-traveleddistance'
		);
		const asked = await session({ scope: '' });
		expect(await consentLines(context, asked, inLanguage(code))).toMatchObject([
			{ name: 'read_battery', required: true, label, why },
			{ name: 'read_odometer', required: false, why: '' }
		]);
	});

	it('names of each permission its own reason', async () => {
		await publishItems(
			context,
			clientId,
			'tractionbattery-stateofcharge!',
			'odometer-traveleddistance!'
		);
		const lines = await consentLines(context, await session({ scope: '' }), inLanguage('en'));
		expect(lines.map(({ why }) => why)).toEqual([
			'Required by {app} for State of charge',
			'Required by {app} for Traveled distance'
		]);
	});

	it.each([
		['en', 'Required by {app}; what for cannot be read'],
		['de', 'Von {app} benötigt; wofür, ist nicht lesbar'],
		['fr', 'Nécessaire pour {app}\u00a0; la raison est illisible'],
		['es', 'Necesario para {app}; el motivo no se puede leer']
	])('in %s it says of a damaged version that its reasons cannot be read', async (code, why) => {
		await publishItems(context, clientId, 'tractionbattery-stateofcharge!', 'make');
		const { request } = await session({ scope: '' });
		await context.write(async ({ db }) => {
			const [kept] = await db.select().from(versions);
			if (!kept) throw new Error('Nothing was published');
			await db.insert(versions).values({ ...kept, number: 2, access: sql`'"no list"'` });
		});
		const asked = { clientId, request: { ...request, version: 2 } };
		expect(await consentLines(context, asked, inLanguage(code))).toMatchObject([
			{ name: 'read_battery', required: true, why },
			{ name: 'read_vehicle_info', required: false, why: '' }
		]);
	});

	it('lists several reasons as the language does', async () => {
		await publishItems(
			context,
			clientId,
			'tractionbattery-stateofcharge!',
			'tractionbattery-nominalcapacity!'
		);
		const [line] = await consentLines(context, await session({ scope: '' }), inLanguage('de'));
		expect(line?.why).toMatch(/^Von \{app\} benötigt für .+ und .+$/);
	});
});

describe('untickedAtFirst', () => {
	const SCOPE = 'required:read_battery read_odometer read_vin';

	it('is what the link rehearses a refusal of, never a required one', async () => {
		const asked = await session({
			scope: SCOPE,
			valetkey_refuse: 'read_battery read_vin read_fuel'
		});
		expect(await untickedAtFirst(context, asked)).toEqual(['read_vin']);
	});

	it('is every optional one where the application starts them unticked', async () => {
		const asked = await session({ scope: SCOPE });
		expect(await untickedAtFirst(context, asked)).toEqual([]);
		await updateStartUnticked(context, clientId, true);
		expect(await untickedAtFirst(context, asked)).toEqual(['read_odometer', 'read_vin']);
	});
});
