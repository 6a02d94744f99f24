import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { describeScopeFinding } from '#lib/access/scope-words.ts';
import { formatScope, parseEncodedScope, parseScope } from '#lib/access/scope.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../support/any-text.ts';

/** Any access, in any order. */
const anyAccess = fc.uniqueArray(
	fc.record({ name: fc.constantFrom(...PERMISSION_NAMES), required: fc.boolean() }),
	{ selector: ({ name }) => name }
);

const optional = (...names: (typeof PERMISSION_NAMES)[number][]) =>
	names.map((name) => ({ name, required: false }));

describe('formatScope', () => {
	it('writes read_* alphabetically, then control_* alphabetically, whatever the order', () => {
		const access = [
			{ name: 'control_trunk', required: false },
			{ name: 'read_vin', required: true },
			{ name: 'control_charge', required: true },
			{ name: 'read_battery', required: false }
		] as const;
		expect(formatScope(access)).toBe(
			'read_battery required:read_vin required:control_charge control_trunk'
		);
	});

	it('is read back as the same access, and written the same again', () => {
		fc.assert(
			fc.property(anyAccess, (access) => {
				const scope = formatScope(access);
				const parsed = parseScope(scope);
				expect(parsed).toMatchObject({ warnings: [], problems: [] });
				expect(new Set(parsed.permissions)).toEqual(new Set(access));
				expect(formatScope(parsed.permissions)).toBe(scope);
			})
		);
	});
});

describe('parseScope', () => {
	const two = [
		{ name: 'read_battery', required: false },
		{ name: 'read_odometer', required: true }
	];

	it.each([
		['one space', 'required:read_odometer read_battery'],
		['any run of white space', '\n required:read_odometer \t\r\n\u00A0 read_battery ']
	])('accepts %s', (_, text) => {
		expect(parseScope(text)).toEqual({ permissions: two, warnings: [], problems: [] });
	});

	it.each([
		['%20', 'required:read_odometer%20read_battery'],
		['+', 'required:read_odometer+read_battery'],
		['%3A for the colon', 'required%3Aread_odometer+read_battery'],
		['a mixture', 'required:read_odometer%20+ %0Aread_battery']
	])('accepts %s in a URL, and there alone', (_, text) => {
		expect(parseEncodedScope(text)).toEqual({ permissions: two, warnings: [], problems: [] });
		expect(parseScope(text).problems).not.toEqual([]);
	});

	it.each(['read_vin%2520read_fuel', 'required%253Aread_vin', 'read_vin%2Bread_fuel'])(
		'decodes %s once, which leaves one unknown name',
		(text) => {
			const { permissions, problems } = parseEncodedScope(text);
			expect(permissions).toEqual([]);
			expect(problems).toMatchObject([
				{ code: 'unknown-permission', word: decodeURIComponent(text) }
			]);
		}
	);

	it.each(['', ' '])('reads %j as an empty scope', (text) => {
		expect(parseScope(text)).toEqual({ permissions: [], warnings: [], problems: [] });
	});

	it.each([
		[
			'read_vin required:read_vin',
			'“read_vin” stands as required and as optional; required wins. Write it once.',
			true
		],
		[
			'required:read_vin read_vin',
			'“read_vin” stands as required and as optional; required wins. Write it once.',
			true
		],
		['read_vin read_vin read_vin', '“read_vin” stands more than once; write it once.', false]
	])('of a repeated name in %j, required wins, with a warning', (text, message, required) => {
		const { permissions, warnings, problems } = parseScope(text);
		expect(permissions).toEqual([{ name: 'read_vin', required }]);
		expect(warnings).toMatchObject([{ code: 'repeated' }]);
		expect(warnings.map(describeScopeFinding)).toEqual([message]);
		expect(problems).toEqual([]);
	});

	it.each([
		[
			'read_odometr',
			'unknown-permission',
			'“read_odometr” is not a permission; did you mean “read_odometer”?'
		],
		[
			'required:read_odometr',
			'unknown-permission',
			'“required:read_odometr” is not a permission; did you mean “read_odometer”?'
		],
		['READ_VIN', 'unknown-permission', '“READ_VIN” is not a permission; did you mean “read_vin”?'],
		[
			'zzzzzzzzzzzz',
			'unknown-permission',
			'“zzzzzzzzzzzz” is not a permission; look its name up in the list of permissions.'
		],
		[
			'__proto__',
			'unknown-permission',
			'“__proto__” is not a permission; look its name up in the list of permissions.'
		],
		[
			'required:',
			'required-alone',
			'“required:” stands alone; write a permission right behind it, e.g. “required:read_odometer”.'
		],
		[
			'required:required:read_vin',
			'required-twice',
			'“required:required:read_vin” repeats the prefix; write “required:” once.'
		],
		[
			'optional:read_vin',
			'unknown-prefix',
			'“optional:read_vin” has an unknown prefix; “required:” is the only one, and an optional permission has none.'
		],
		[
			'control_security:open',
			'unknown-permission',
			'“control_security:open” names a part of a permission, and none has parts; write “control_security”.'
		],
		[
			'control_engine:start',
			'unknown-permission',
			'“control_engine:start” names a part of a permission, and none has parts.'
		],
		[
			'read_vin,read_battery',
			'separator',
			'“read_vin,read_battery” is no permission; separate names by a space, nothing else.'
		],
		[
			'read_vin\u0000',
			'control-character',
			'“read_vin[U+0000]” holds the invisible character U+0000; remove it.'
		],
		[
			'read\u200B_vin',
			'control-character',
			'“read[U+200B]_vin” holds the invisible character U+200B; remove it.'
		],
		['\uD800', 'control-character', '“[U+D800]” holds the invisible character U+D800; remove it.'],
		['read_vin%', 'unknown-permission', '“read_vin%” is not a permission; did you mean “read_vin”?']
	])('refuses %j', (text, code, message) => {
		const { permissions, problems } = parseScope(`read_battery ${text}`);
		expect(permissions).toEqual(optional('read_battery'));
		expect(problems).toMatchObject([{ code, word: text }]);
		expect(problems.map(describeScopeFinding)).toEqual([message]);
	});

	it('offers the nearest permission by itself, for a button', () => {
		expect(parseScope('read_locaton').problems[0]?.nearest).toBe('read_location');
		expect(parseScope('required:required:read_vin').problems[0]?.nearest).toBe('read_vin');
		expect(parseScope('zzzzzzzzzzzz').problems[0]?.nearest).toBeNull();
	});

	it('describes twenty unknown words and counts the rest', () => {
		const words = Array.from({ length: 10_000 }, (_, index) => `word_${index}`);
		const { problems } = parseScope(words.join(' '));
		expect(problems).toHaveLength(21);
		expect(problems.slice(-1)).toMatchObject([{ code: 'more', count: 9980 }]);
		expect(problems.slice(-1).map(describeScopeFinding)).toEqual([
			'9980 more words are no permission. Check that this is a scope.'
		]);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(anyText(), (text) => {
				parseScope(text);
			})
		);
	});
});
