import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { reviewRequest, selectionForRequest } from '#lib/access/request-review.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallCatalog } from './small-catalog.ts';

const anyRequest = fc
	.uniqueArray(fc.record({ name: fc.constantFrom(...PERMISSION_NAMES), required: fc.boolean() }), {
		selector: ({ name }) => name
	})
	.map((list) => PERMISSION_NAMES.flatMap((name) => list.find((one) => one.name === name) ?? []));

describe('reviewRequest', () => {
	const review = reviewRequest(
		[
			{ name: 'read_battery', required: true },
			{ name: 'read_location', required: false }
		],
		[
			{ code: 'tractionbattery-range', required: false },
			{ code: 'odometer-traveleddistance', required: false }
		],
		officialCatalog
	);

	it('names what nothing needs and what is missing', () => {
		expect(review.unneeded).toEqual(['read_location']);
		expect(review.missing).toEqual(['read_odometer']);
	});

	it('says for each permission what it unlocks and what uses it', () => {
		expect(review.permissions[0]).toMatchObject({
			name: 'read_battery',
			required: true,
			usedBy: ['tractionbattery-range']
		});
		expect(review.permissions[1]?.unlocks).toEqual(
			expect.arrayContaining(['location-isathome', 'location-preciselocation', 'v2-location'])
		);
	});
});

describe('selectionForRequest', () => {
	it('derives back to exactly what was asked', () => {
		fc.assert(
			fc.property(anyRequest, (requested) => {
				const access = derive(selectionForRequest(requested, officialCatalog), officialCatalog);
				expect(access.map(({ name, required }) => ({ name, required }))).toEqual(requested);
			})
		);
	});

	it('takes API v2 items only where nothing current needs the permission', () => {
		const codes = (name: 'read_battery' | 'read_alerts') =>
			selectionForRequest([{ name, required: false }], officialCatalog).map(({ code }) => code);
		expect(
			codes('read_battery').every((code) => officialCatalog.item(code)?.apiVersion === 'v3')
		).toBe(true);
		expect(codes('read_alerts')).toEqual(['v2-alerts']);
	});

	describe('of an item that needs two permissions', () => {
		const trips = smallCatalog({
			trip: ['read_location', 'read_odometer'],
			place: ['read_location'],
			distance: ['read_odometer']
		});
		const codes = (location: boolean | null, odometer: boolean | null) =>
			selectionForRequest(
				[
					...(location === null ? [] : [{ name: 'read_location', required: location } as const]),
					...(odometer === null ? [] : [{ name: 'read_odometer', required: odometer } as const])
				],
				trips
			).map(({ code, required }) => (required ? `${code}!` : code));

		it.each([
			[false, false, ['distance', 'place', 'trip']],
			[true, true, ['distance!', 'place!', 'trip!']],
			[true, false, ['distance', 'place!']],
			[false, null, ['place']],
			[null, true, ['distance!']]
		])('takes it only where both are asked alike: %j and %j', (location, odometer, expected) => {
			expect(codes(location, odometer)).toEqual(expected);
		});
	});
});
