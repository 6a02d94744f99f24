import { officialCatalog } from '#lib/access/catalog/official.ts';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const document = readFileSync('docs/screen-readers.md', 'utf8');
const quoted = [...new Set([...document.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words))];

/** Between quotation marks as well: typed, said by no page, joined of two, or of numbers for the most. */
const NOT_OF_A_CATALOG = ['battery', 'clickable', 'Take back', 'Draft saved', '12 of 93 signals'];

const PLACE = /\$\{(?:[^{}]|\{[^{}]*\})*\}|\{\w+\}/;
const CATALOGS = [
	...globSync('src/**/*.en.ts'),
	...globSync('src/lib/access/owner-words/**/*en.ts')
];

/** Texts of the catalogs, as patterns with anything in their places. */
const texts = [...new Set(CATALOGS)]
	.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/'((?:[^'\n\\]|\\.)+)'|`([^`]+)`/g)])
	.map(([, plain, template]) => plain ?? template ?? '')
	.filter((text) => wordsOf(text).length > 2)
	.map(asPattern);

const names = new Set([
	...officialCatalog.items.map(({ name }) => name),
	...officialCatalog.permissions.map(({ ownerLabel }) => ownerLabel)
]);

/** Letters of a text outside its places: `{count} of {all}` would be anything. */
function wordsOf(text: string): string {
	return text.replaceAll(new RegExp(PLACE, 'g'), '').replaceAll(/[^a-z]/gi, '');
}

function asPattern(text: string): RegExp {
	const parts = text.split(PLACE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${parts.join('.+')}$`, 's');
}

/** One line is told of parts, each in words of its own. */
const partsOf = (words: string) => words.replace(/^Undone: /, '').split('; ');

const isSaid = (words: string) => names.has(words) || texts.some((pattern) => pattern.test(words));

describe('what the scripts for screen readers let one hear', () => {
	it('are five ways, each with steps', () => {
		const ways = document.split(/^## \d\. /m).slice(1);
		expect(ways.map((way) => [...way.matchAll(/^\d+\. /gm)].length > 5)).toEqual(
			Array.from({ length: 5 }, () => true)
		);
	});

	it.each(quoted.filter((words) => !NOT_OF_A_CATALOG.includes(words)))('“%s”', (words) => {
		expect(isSaid(words) || partsOf(words).every(isSaid)).toBe(true);
	});

	it('is told from what no page says', () => {
		expect(isSaid('Copy the scope now')).toBe(false);
		expect(isSaid('Use a preset of ours')).toBe(true);
		expect(isSaid('State of charging')).toBe(false);
	});
});
