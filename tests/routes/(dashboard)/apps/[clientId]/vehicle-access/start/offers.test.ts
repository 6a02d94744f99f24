import { officialCatalog } from '#lib/access/catalog/official.ts';
import { readNeeds } from '#lib/access/needs/read-needs.ts';
import { describe, expect, it } from 'vitest';
import { offersOf } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/start/offers.ts';
import {
	formatTaken,
	readTaken
} from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/start/taken.ts';

const offers = (text: string) => offersOf(readNeeds(text, officialCatalog));

describe('the rows for what was found', () => {
	it('are ticked where it is sure, and offered one by one where it is not', () => {
		expect(offers('mileage, camera').map(({ key, sure, from }) => [key, sure, from])).toEqual([
			['odometer-traveleddistance', true, ['mileage']],
			['surveillance-brand', false, ['camera']],
			['surveillance-isenabled', false, ['camera']]
		]);
	});

	it('say once what is sure and may be meant besides', () => {
		expect(offers('unlock, open').map(({ key, sure, from }) => [key, sure, from])).toEqual([
			['security-unlock', true, ['unlock']]
		]);
	});

	it('say all words that may mean the same', () => {
		expect(offers('camera; sentry mode').map(({ from }) => from)).toEqual([
			['camera', 'sentry mode'],
			['camera', 'sentry mode']
		]);
	});

	it('stand for all that a permission opens', () => {
		expect(offers('read_location')).toMatchObject([
			{ key: 'read_location', codes: ['location-isathome', 'location-preciselocation'] }
		]);
	});
});

describe('a ticked box', () => {
	it.each([
		[['charge-start'], false, 'charge-start'],
		[['make', 'model'], true, 'required:make required:model']
	])('of %j, Required %s, is sent as “%s” and read back', (codes, required, value) => {
		expect(formatTaken(codes, required)).toBe(value);
		expect(readTaken([value])).toEqual(codes.map((code) => ({ code, required })));
	});

	it('beside others is Required where one of them is', () => {
		expect(readTaken(['make', '  required:make model', ''])).toEqual([
			{ code: 'make', required: true },
			{ code: 'model', required: false }
		]);
	});
});
