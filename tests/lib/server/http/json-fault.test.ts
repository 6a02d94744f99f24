import { findJsonFault } from '#lib/server/http/json-fault.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** JSON in which one place was cut out and something else put in. */
const almostJson = fc
	.tuple(
		fc.json({ maxDepth: 3 }),
		fc.nat(),
		fc.integer({ min: 0, max: 2 }),
		fc.constantFrom(
			'',
			',',
			':',
			'"',
			'\\',
			'[',
			'}',
			' ',
			'\n',
			'0',
			'-',
			'e',
			'.',
			'null',
			'\u0001'
		)
	)
	.map(([text, at, length, piece]) => {
		const start = at % (text.length + 1);
		return text.slice(0, start) + piece + text.slice(start + length);
	});

describe('findJsonFault', () => {
	it.each([
		['', 1, 1, null],
		['  \n ', 2, 2, null],
		['{', 1, 2, null],
		['[1, 2', 1, 6, null],
		['{"a":\n\t1,\n}', 3, 1, '}'],
		['[1,]', 1, 4, ']'],
		['[1 2]', 1, 4, '2'],
		['{a:1}', 1, 2, 'a'],
		["{'a':1}", 1, 2, "'"],
		['{"a" 1}', 1, 6, '1'],
		['[1}', 1, 3, '}'],
		['[tru]', 1, 2, 't'],
		['01', 1, 2, '1'],
		['"open', 1, 1, '"'],
		['"\\x"', 1, 1, '"'],
		['1 // note', 1, 3, '/'],
		['{} {}', 1, 4, '{'],
		['[\n\t1,\r\n\t🚗\n]', 3, 2, '🚗']
	])('finds the fault of %j at line %d, column %d: %j', (text, line, column, character) => {
		expect(isJson(text)).toBe(false);
		expect(findJsonFault(text)).toEqual({ line, column, character });
	});

	it.each([
		'null',
		' -0.5e+3 ',
		'""',
		'"\\u00e9\\n\\\\"',
		'"\u007f"',
		'[]',
		'{}',
		'{"a":[{},[],"x",true]}'
	])('finds none in %j', (text) => {
		expect(isJson(text)).toBe(true);
		expect(findJsonFault(text)).toBeNull();
	});

	it('finds one exactly where the engine does not parse', () => {
		fc.assert(
			fc.property(almostJson, (text) => {
				expect(findJsonFault(text) === null).toBe(isJson(text));
			}),
			{ numRuns: 3000 }
		);
	});

	it.each([
		['a string', '"' + 'a'.repeat(65_536), 1, '"'],
		['escapes', '"' + '\\n'.repeat(32_768), 1, '"'],
		['arrays', '['.repeat(65_536), 65_537, null]
	])('finds the fault of %s as long as a body may be', (_, text, column, character) => {
		expect(findJsonFault(text)).toEqual({ line: 1, column, character });
	});
});
