import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { lint } from '#lib/access/lint.ts';
import type { Selection } from '#lib/access/selection.ts';
import { describe, expect, it } from 'vitest';

const TODAY = '2026-11-23';

function findings(text: string, today = TODAY) {
	const selection: Selection = text
		.split(' ')
		.filter(Boolean)
		.map((word) => ({ code: word.replace('!', ''), required: word.endsWith('!') }));
	return lint({
		selection,
		access: derive(selection, officialCatalog),
		catalog: officialCatalog,
		today
	});
}

const rules = (text: string, today?: string) => findings(text, today).map(({ rule }) => rule);

describe('lint', () => {
	it.each([
		['', ['nothing-selected']],
		['make tractionbattery-range', []],
		['tractionbattery-range', ['no-vehicle-identity']],
		['make charge-chargerecords v2-charge-records', ['api-v2-ends']],
		['make location-preciselocation', ['sensitive-for-one-item']],
		['make location-preciselocation!', ['required-and-sensitive']],
		['make! odometer-traveleddistance!', ['all-required']],
		[
			'make! odometer-traveleddistance! tractionbattery-range! wheel-tires! charge-ischarging',
			['many-required']
		],
		['make v2-odometer', ['api-v2-ends']]
	])('of “%s” finds %j', (text, expected) => {
		expect(rules(text)).toEqual(expected);
	});

	it('turns the end of API v2 from a note into a warning on the day it ends', () => {
		expect(findings('make v2-odometer', '2026-11-30')[0]).toMatchObject({
			severity: 'note',
			title: 'API v2 ends on 2026-12-01.'
		});
		expect(findings('make v2-odometer', '2026-12-01')[0]).toMatchObject({
			severity: 'warning',
			title: 'API v2 ended on 2026-12-01.'
		});
	});

	it('names items whose permission is inferred with low confidence', () => {
		const uncertain = officialCatalog.items.find(
			({ evidence }) => evidence.kind === 'inferred' && evidence.confidence === 'low'
		);
		expect(
			findings(`make ${uncertain?.code}`).find(({ rule }) => rule === 'permission-uncertain')?.codes
		).toEqual([uncertain?.code]);
	});

	it('offers a fix that settles the finding', () => {
		expect(findings('make location-preciselocation!')[0]?.fix).toEqual({
			label: 'Make it optional',
			makeOptional: ['location-preciselocation']
		});
		expect(findings('tractionbattery-range')[0]?.fix).toEqual({
			label: 'Add Make',
			select: ['make']
		});
	});
});
