import {
	Configuration,
	configurationJsonSchema,
	formatConfiguration,
	MAX_SELECTED_ITEMS,
	parseConfiguration,
	parseSelection
} from '#lib/access/configuration.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { MAX_PURPOSE_LENGTH } from '#lib/access/purposes.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCanonicalSelection } from './arbitrary.ts';

describe('vehicle-access.json', () => {
	it('comes back from its own text unchanged', () => {
		fc.assert(
			fc.property(anyCanonicalSelection, (selection) => {
				expect(parseConfiguration(JSON.parse(formatConfiguration(selection)))).toEqual({
					ok: true,
					selection,
					purposes: {}
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

	it('stands one purpose a line, and says nothing of purposes where there is none', () => {
		const items = [{ code: 'make', required: false }];
		expect(formatConfiguration(items, { read_vehicle_info: 'We say “hello”.' })).toBe(
			'{\n\t"version": 1,\n\t"items": [\n\t\t{"code":"make"}\n\t],\n' +
				'\t"purposes": {\n\t\t"read_vehicle_info": "We say “hello”."\n\t}\n}\n'
		);
		expect(formatConfiguration(items, {})).toBe(formatConfiguration(items));
		expect(formatConfiguration(items)).not.toContain('purposes');
	});

	it.each([
		['without purposes, as before there were any', undefined, {}],
		['with none', {}, {}],
		['with an empty one', { read_vehicle_info: ' \t' }, {}],
		[
			'with white space around one',
			{ read_vehicle_info: ' We greet it. ' },
			{ read_vehicle_info: 'We greet it.' }
		],
		[
			'with what stops without it',
			{ read_vehicle_info: { purpose: 'We greet it.', without: ' No greeting. ' } },
			{ read_vehicle_info: { purpose: 'We greet it.', without: 'No greeting.' } }
		],
		[
			'with that alone',
			{ read_vehicle_info: { without: 'No greeting.' } },
			{ read_vehicle_info: { purpose: '', without: 'No greeting.' } }
		],
		['with nothing in an object', { read_vehicle_info: { purpose: ' ', without: '' } }, {}]
	])('is read %s', (_, purposes, kept) => {
		const file = { version: 1, items: [{ code: 'make' }], ...(purposes && { purposes }) };
		expect(parseConfiguration(file)).toMatchObject({ ok: true, purposes: kept });
	});

	it('has a JSON Schema that names its keys', () => {
		expect(configurationJsonSchema()).toMatchObject({
			type: 'object',
			required: ['version', 'items'],
			additionalProperties: false,
			properties: {
				purposes: {
					propertyNames: { enum: PERMISSION_NAMES },
					additionalProperties: {
						anyOf: [
							{ type: 'string', maxLength: MAX_PURPOSE_LENGTH },
							{ type: 'object', properties: { purpose: {}, without: {} } }
						]
					}
				}
			}
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
			{ version: 1, items: [item], purposes: { read_vin: 'We know it.' } },
			'purposes.read_vin',
			/^No item needs read_vin, .* Remove its purpose, or list an item that needs it\.$/
		],
		[
			{ version: 1, items: [item], purposes: { read_vehicle_inf: 'x' } },
			'purposes',
			/^Unknown permission “read_vehicle_inf” \(did you mean “read_vehicle_info”\?\); remove it\.$/
		],
		[{ version: 1, items: [item], purposes: [] }, 'purposes', /expected record/],
		[{ version: 1, items: [item], purposes: null }, 'purposes', /expected record/],
		[
			{ version: 1, items: [item], purposes: { read_vehicle_info: 7 } },
			'purposes.read_vehicle_info',
			/^Write a text, or an object with “purpose” and “without”\.$/
		],
		[
			{ version: 1, items: [item], purposes: { read_vehicle_info: 'x'.repeat(281) } },
			'purposes.read_vehicle_info',
			/at most 280 characters; this one has 281/
		],
		[
			{ version: 1, items: [item], purposes: { read_vehicle_info: { without: 'x'.repeat(281) } } },
			'purposes.read_vehicle_info.without',
			/^“Without it” has at most 280 characters; this one has 281\.$/
		],
		[
			{ version: 1, items: [item], purposes: { read_vehicle_info: { withut: 'x' } } },
			'purposes.read_vehicle_info',
			/^Unknown key “withut” \(did you mean “without”\?\); remove it\.$/
		],
		[
			{ version: 1, items: [item], purposes: { read_vehicle_info: 'two\nlines' } },
			'purposes.read_vehicle_info',
			/invisible character U\+000A/
		],
		[
			{ version: 1, items: [item], purposes: { read_vehicle_info: 'turned\u202e' } },
			'purposes.read_vehicle_info',
			/invisible character U\+202E/
		],
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
