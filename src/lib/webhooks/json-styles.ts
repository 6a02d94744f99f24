/** How programs write JSON that they have read: seldom byte by byte as it came. */
export const JSON_STYLES = [
	'compact',
	'indented-2',
	'indented-4',
	'tabs',
	'python',
	'python-utf8',
	'php',
	'go'
] as const;

export type JsonStyle = (typeof JSON_STYLES)[number];

const WRITERS: Readonly<Record<JsonStyle, (value: unknown) => string>> = {
	compact: (value) => JSON.stringify(value),
	'indented-2': (value) => JSON.stringify(value, null, 2),
	'indented-4': (value) => JSON.stringify(value, null, 4),
	tabs: (value) => JSON.stringify(value, null, '\t'),
	python: (value) => escapeBeyondAscii(spaced(value)),
	'python-utf8': spaced,
	php: (value) => escapeBeyondAscii(JSON.stringify(value)).replaceAll('/', '\\/'),
	go: (value) => JSON.stringify(sorted(value)).replaceAll(/[<>&\u2028\u2029]/g, escapeUnit)
};

/** A value as a program of that habit would write it. */
export function writeJson(value: unknown, style: JsonStyle): string {
	return WRITERS[style](value);
}

/** With a space behind each comma and colon, on one line. */
function spaced(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const fields = Object.entries(value).map(
		([name, one]) => `${JSON.stringify(name)}: ${spaced(one)}`
	);
	return `{${fields.join(', ')}}`;
}

/** With the fields of each object in the order of the alphabet. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(fields.map(([name, one]) => [name, sorted(one)]));
}

function escapeBeyondAscii(text: string): string {
	return text.replaceAll(/[\u0080-\uffff]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
