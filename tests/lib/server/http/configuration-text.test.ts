import { formatConfiguration, MAX_SELECTED_ITEMS } from '#lib/access/configuration.ts';
import { readConfigurationText } from '#lib/server/http/configuration-text.ts';
import { describe, expect, test } from 'vitest';

const SELECTION = [
	{ code: 'odometer-traveleddistance', required: true },
	{ code: 'tractionbattery-stateofcharge', required: false }
];

const file = (items: string): string => `{"version": 1, "items": ${items}}`;

describe('the text of a file', () => {
	test.each([
		['as it was exported', formatConfiguration(SELECTION)],
		['with a byte order mark', `\uFEFF${formatConfiguration(SELECTION)}`],
		['with Windows line ends', formatConfiguration(SELECTION).replaceAll('\n', '\r\n')]
	])('is read %s', (_how, text) => {
		expect(readConfigurationText(text)).toEqual({
			ok: true,
			selection: SELECTION,
			purposes: {}
		});
	});

	const many = Array.from({ length: 10_000 }, () => '{"code":"a"}').join();

	test.each([
		['nothing', ' \n', '', /^Paste the file’s text or choose the file\.$/],
		['no JSON', '{"version": 1,', '', /^This is not JSON: /],
		['another value', '[]', '', /expected object/],
		['another version', '{"version": 2, "items": []}', 'version', /expected 1/],
		['an unknown key', '{"version": 1, "items": [], "item": []}', '', /“item” \(did you mean/],
		[
			'a mistyped code',
			file('[{"code": "odometer-traveldistance"}]'),
			'items[0].code',
			/did you mean “odometer-traveleddistance”\?$/
		],
		[
			'__proto__',
			file('[{"code": "odometer-traveleddistance", "__proto__": {"required": true}}]'),
			'items[0].__proto__',
			/not allowed; remove it\.$/
		],
		['a NUL', file('["odometer\\u0000"]'), 'items[0]', /NUL character/],
		['half a character', file('[{"code": "\\ud800"}]'), 'items[0].code', /lone surrogate/],
		['10,000 items', file(`[${many}]`), 'items', new RegExp(`At most ${MAX_SELECTED_ITEMS} items`)],
		['depth', `${'['.repeat(5000)}${']'.repeat(5000)}`, /^(\[0\])+$/, /Nested too deeply/]
	])('is refused for %s, with the place', (_what, text, path, message) => {
		const result = readConfigurationText(text);
		expect(result).toMatchObject({ ok: false });
		const [problem] = result.ok ? [] : result.problems;
		if (typeof path === 'string') expect(problem?.path).toBe(path);
		else expect(problem?.path).toMatch(path);
		expect(problem?.message).toMatch(message);
	});
});
