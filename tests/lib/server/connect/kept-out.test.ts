import {
	readPowertrainFilter,
	updatePowertrainFilter
} from '#lib/server/applications/powertrain-filter.ts';
import { listApplications } from '#lib/server/applications/application-list.ts';
import { getApplication } from '#lib/server/applications/applications.ts';
import { LETS_ALL_IN, type FilteredPowertrain } from '#lib/access/powertrain-filter.ts';
import { decide } from '#lib/server/connect/journey/decide.ts';
import { leaveUnsupported } from '#lib/server/connect/journey/leave.ts';
import { findOffer, findUnsupported } from '#lib/server/connect/journey/offer.ts';
import { countKeptOut } from '#lib/server/connect/kept-out.ts';
import type { Context } from '#lib/server/context.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	answerOf,
	connect,
	ISSUER,
	newApplication,
	sessionOf,
	signInBy
} from '../../../support/connect.ts';
import { signInAgainBy } from '../../../support/sign-in-again.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId: string;

beforeEach(async () => {
	({ context } = storage);
	clientId = await newApplication(context);
});

/** Of the two vehicles of the usual owner the Volt is a PHEV, the Bolt a BEV. */
const take = (...ticked: readonly FilteredPowertrain[]) =>
	updatePowertrainFilter(context, clientId, {
		ICE: ticked.includes('ICE'),
		BEV: ticked.includes('BEV'),
		PHEV: ticked.includes('PHEV'),
		allowUnknownPowertrain: false
	});

const offerOf = async (signedIn: Awaited<ReturnType<typeof signInBy>>) =>
	findOffer(context, await sessionOf(context, signedIn.traveller));

const models = (list: readonly { readonly model: string }[]) => list.map(({ model }) => model);

describe('the filter of an application', () => {
	it('is none until one is stored, and each application’s own', async () => {
		expect(await readPowertrainFilter(context, clientId)).toBeNull();
		expect(await take('BEV')).toEqual({ ok: true });
		expect(await readPowertrainFilter(context, clientId)).toEqual({
			ICE: false,
			BEV: true,
			PHEV: false,
			allowUnknownPowertrain: false
		});
		expect(await readPowertrainFilter(context, await newApplication(context, 'Other'))).toBeNull();
	});

	it('is no part of what pages are handed of an application', async () => {
		await take('BEV');
		const [listed] = (await listApplications(context)).applications;
		const opened = await getApplication(context, clientId);
		expect([listed, opened]).toEqual(structuredClone([listed, opened]));
		expect(Object.keys({ ...listed, ...opened })).not.toContain('powertrainFilter');
	});

	it('cannot be stored for one that is gone', async () => {
		expect(
			await updatePowertrainFilter(context, '00000000-0000-4000-8000-000000000000', LETS_ALL_IN)
		).toEqual({ ok: false, kind: 'gone', what: 'application' });
	});
});

describe('an account with several vehicles', () => {
	it('is offered those that are wanted, beside the others and the reason', async () => {
		await take('BEV');
		const offer = await offerOf(await signInBy(context, clientId));
		expect(models(offer.vehicles)).toEqual(['Bolt']);
		expect(models(offer.keptOut.map(({ vehicle }) => vehicle))).toEqual(['Volt']);
		expect(offer.keptOut[0]?.why).toEqual({ unknown: false, wanted: ['BEV'] });
	});

	it('cannot connect one that is not wanted by naming it', async () => {
		await take('BEV');
		const signedIn = await signInBy(context, clientId);
		const { keptOut } = await offerOf(signedIn);
		const ids = keptOut.map(({ vehicle }) => vehicle.id);
		const form = { permissions: ['read_battery', 'read_odometer'], vehicles: ids };
		expect(await decide(context, signedIn.traveller, form)).toEqual({
			kind: 'refused',
			fault: 'vehicle'
		});
	});

	it('is told so at once where none is wanted; of several, the app learns nothing', async () => {
		await take('ICE');
		const { traveller, next } = await signInBy(context, clientId);
		expect(next).toEqual({ kind: 'screen', screen: 'unsupported' });
		const unsupported = await findUnsupported(context, await sessionOf(context, traveller));
		expect(unsupported.vehicle).toBeNull();
		expect(models(unsupported.keptOut.map(({ vehicle }) => vehicle))).toEqual(['Volt', 'Bolt']);
		const answer = answerOf(await leaveUnsupported(context, traveller, true));
		expect(answer.get('error')).toBe('vehicle_incompatible');
		expect(answer.get('vin')).toBeNull();
	});

	it('goes by what was chosen for a vehicle', async () => {
		await connect(context, clientId);
		await context.write(({ db }) =>
			db.update(vehicles).set({ profile: 'toyota-prius' }).where(eq(vehicles.model, 'Volt'))
		);
		await take('ICE');
		const offer = await offerOf(await signInBy(context, clientId, { approval_prompt: 'force' }));
		expect(models(offer.vehicles)).toEqual(['Volt']);
	});
});

describe('one vehicle that is not wanted', () => {
	it.each([
		[true, 'CHEVROLET'],
		[false, null]
	])('is told the app by its owner’s leave alone: %s', async (share, make) => {
		await take('ICE');
		const { traveller } = await signInBy(context, clientId, {}, 'owner@example.com');
		const answer = answerOf(await leaveUnsupported(context, traveller, share));
		expect(answer.get('error')).toBe('vehicle_incompatible');
		expect(answer.get('make')).toBe(make);
	});

	it('is refused where the link names it, with no list', async () => {
		await take('ICE');
		const link = { single_select: 'true', single_select_vin: '1G1FY6S04L4100001', make: '' };
		const { traveller, next } = await signInBy(context, clientId, link, 'owner@example.com');
		expect(next).toEqual({ kind: 'screen', screen: 'unsupported' });
		const { vehicle } = await findUnsupported(context, await sessionOf(context, traveller));
		expect(vehicle?.vin).toBe('1G1FY6S04L4100001');
	});
});

describe('a vehicle that was connected before', () => {
	beforeEach(async () => {
		await connect(context, clientId);
		await take('BEV');
	});

	it('is counted among those that would be refused today', async () => {
		const filter = (await readPowertrainFilter(context, clientId)) ?? LETS_ALL_IN;
		expect(await countKeptOut(context, clientId, filter)).toBe(1);
		expect(await countKeptOut(context, clientId, LETS_ALL_IN)).toBe(0);
	});

	it('is signed in for again all the same', async () => {
		const [volt] = await context.read(({ db }) =>
			db.select({ id: vehicles.id }).from(vehicles).where(eq(vehicles.model, 'Volt'))
		);
		const url = `${ISSUER}/oauth/reauthenticate?response_type=vehicle_id&client_id=${clientId}&vehicle_id=${volt?.id}`;
		expect(answerOf(await signInAgainBy(context, url)).get('vehicle_id')).toBe(volt?.id);
	});

	it('is left out where its owner connects again, and stays connected', async () => {
		const { traveller } = await signInBy(context, clientId, { approval_prompt: 'force' });
		await allow(context, traveller);
		const filter = (await readPowertrainFilter(context, clientId)) ?? LETS_ALL_IN;
		expect(await countKeptOut(context, clientId, filter)).toBe(1);
	});
});
