import { readFileSync } from 'node:fs';

const TABLE = 'src/lib/styles/tokens/widths.css';
const DEFINITION = /@custom-media (--[\w-]+) (\([^;]+\));/g;

interface AtRule {
	params: string;
}

/**
 * Puts the widths of the table in the place of their names, in the conditions of media and of
 * containers: no browser knows custom media yet, and none knows them for containers.
 */
export function namedWidths() {
	const widths = readWidths(readFileSync(TABLE, 'utf8'));
	const replace = (rule: AtRule) => {
		rule.params = spellOut(rule.params, widths);
	};
	return {
		postcssPlugin: 'named-widths',
		AtRule: {
			media: replace,
			container: replace
		}
	};
}

export function readWidths(source: string): ReadonlyMap<string, string> {
	return new Map(
		[...source.matchAll(DEFINITION)].map(([, name = '', condition = '']) => [name, condition])
	);
}

/** @throws {TypeError} when a name is not in the table */
export function spellOut(condition: string, widths: ReadonlyMap<string, string>): string {
	return condition.replace(/(?<![\w-])\((--[\w-]+)\)/g, (_, name: string) => {
		const width = widths.get(name);
		if (width === undefined) throw new TypeError(`No width is named ${name} in ${TABLE}`);
		return width;
	});
}
