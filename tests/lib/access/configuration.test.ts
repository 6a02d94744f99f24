import {
	Configuration,
	configurationJsonSchema,
	formatConfiguration,
	MAX_SELECTED_ITEMS,
	parseConfiguration,
	parseSelection
} from '#lib/access/configuration.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCanonicalSelection } from './arbitrary.ts';

describe('vehicle-access.json', () => {
	it('comes back from its own text unchanged', () => {
		fc.assert(
			fc.property(anyCanonicalSelection, (selection) => {
				expect(parseConfiguration(JSON.parse(formatConfiguration(selection)))).toEqual({
					ok: true,
					selection
				});
			})
		);
	});

	it('stands one item a line', () => {
		expect(
			formatConfiguration([
				{ code: 'odometer-traveleddistance', required: true },
				{ code: 'make', required: false }
			])
		).toMatchInlineSnapshot(`
			"{
				"version": 1,
				"items": [
					{"code":"make"},
					{"code":"odometer-traveleddistance","required":true}
				]
			}
			"
		`);
		expect(Configuration.safeParse(JSON.parse(formatConfiguration([]))).success).toBe(true);
	});

	it('has a JSON Schema that names its keys', () => {
		expect(configurationJsonSchema()).toMatchObject({
			type: 'object',
			required: ['version', 'items'],
			additionalProperties: false
		});
	});

	const item = { code: 'make' };
	it.each([
		[null, '', /expected object/],
		[[], '', /expected object/],
		[{ version: 2, items: [] }, 'version', /expected 1/],
		[{ version: 1 }, 'items', /expected array/],
		[{ version: 1, itms: [], items: [] }, '', /“itms” \(did you mean “items”\?\)/],
		[
			{ version: 1, items: [{ code: 'make', requird: true }] },
			'items[0]',
			/did you mean “required”/
		],
		[{ version: 1, items: [{ code: 'mak' }] }, 'items[0].code', /did you mean “make”/],
		[{ version: 1, items: [{ code: 'zzzzzzzz' }] }, 'items[0].code', /not in the catalog; look/],
		[{ version: 1, items: [item, item] }, 'items[1].code', /already listed at items\[0\]/],
		[
			{ version: 1, items: [{ code: 'Make\u0000' }] },
			'items[0].code',
			/letters, digits and hyphens/
		],
		[{ version: 1, items: [{ code: '\ud800' }] }, 'items[0].code', /letters, digits and hyphens/],
		[{ version: 1, items: [{ code: 'make', required: 'yes' }] }, 'items[0].required', /boolean/],
		[JSON.parse('{"version":1,"items":[],"__proto__":{"x":1}}'), '', /__proto__/],
		[JSON.parse('{"version":1,"items":[{"code":"make","__proto__":1}]}'), 'items[0]', /__proto__/],
		[
			{ version: 1, items: Array.from({ length: 10_000 }, () => item) },
			'items',
			new RegExp(`At most ${MAX_SELECTED_ITEMS} items`)
		]
	])('refuses %j', (input, path, message) => {
		const result = parseConfiguration(input);
		expect(result.ok).toBe(false);
		if (result.ok) return;
		expect(result.problems[0]?.path).toBe(path);
		expect(result.problems[0]?.message).toMatch(message);
	});

	it('never throws, whatever it is given', () => {
		fc.assert(
			fc.property(fc.anything(), (input) => {
				expect(parseConfiguration(input).ok).toBe(false);
			})
		);
	});
});

describe('parseSelection', () => {
	it('takes an item without “required” as optional, and sorts by code', () => {
		expect(parseSelection([{ code: 'year', required: true }, { code: 'make' }])).toEqual({
			ok: true,
			selection: [
				{ code: 'make', required: false },
				{ code: 'year', required: true }
			]
		});
	});

	it('names the place of a fault in a bare list', () => {
		expect(parseSelection([{ code: 'make' }, { code: 'yeer' }])).toEqual({
			ok: false,
			problems: [
				{ path: '[1].code', message: '“yeer” is not in the catalog; did you mean “year”?' }
			]
		});
	});
});
