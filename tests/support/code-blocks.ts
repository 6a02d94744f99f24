import { readFileSync } from 'node:fs';

/** The code of a document in one language, in its order; of one part where its heading is given. */
export function codeBlocks(file: string, language: string, heading?: string): readonly string[] {
	const text = readFileSync(file, 'utf8');
	const start = heading === undefined ? 0 : text.indexOf(`\n## ${heading}\n`);
	if (start < 0) throw new Error(`${file} has no part “${heading}”`);
	const end = heading === undefined ? -1 : text.indexOf('\n## ', start + 1);
	const part = text.slice(start, end < 0 ? undefined : end);
	const blocks = part.matchAll(/^```(\w+)\n(.*?)^```$/gms);
	return [...blocks].flatMap(([, name, code = '']) => (name === language ? [code] : []));
}
