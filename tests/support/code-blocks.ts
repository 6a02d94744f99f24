import { readFileSync } from 'node:fs';

/** The code of a document in one language, in its order; of one part where its heading is given. */
export function codeBlocks(file: string, language: string, heading?: string): readonly string[] {
	const blocks = partOf(file, heading).matchAll(/^```(\w+)\n(.*?)^```$/gms);
	return [...blocks].flatMap(([, name, code = '']) => (name === language ? [code] : []));
}

/** Files of a part of a document by their names: what stands under a line that ends with one. */
export function namedFiles(file: string, heading: string): ReadonlyMap<string, string> {
	const blocks = partOf(file, heading).matchAll(/`([^`\n]+)`:\n\n```\w+\n(.*?)^```$/gms);
	return new Map([...blocks].map(([, name = '', code = '']) => [name, code]));
}

function partOf(file: string, heading: string | undefined): string {
	const text = readFileSync(file, 'utf8');
	const start = heading === undefined ? 0 : text.indexOf(`\n## ${heading}\n`);
	if (start < 0) throw new Error(`${file} has no part “${heading}”`);
	const end = heading === undefined ? -1 : text.indexOf('\n## ', start + 1);
	return text.slice(start, end < 0 ? undefined : end);
}
