import { formatScope, parseScope, type ParsedScope } from '../scope.ts';
import { REQUIRED_PREFIX } from '../scope-format.ts';
import { readName } from './find-names.ts';

/** The text of a scope, read as it was probably meant. */
export interface PlainScope {
	/** The scope in the platform's form; words that name no permission stay as they are. */
	readonly meant: string;
	readonly parsed: ParsedScope;
	/** What the platform would not take, each with what is wrong, as sentences. */
	readonly odd: readonly string[];
}

/** What lists put between names or around them, where a scope has a space. */
const SEPARATORS = /[\s,;|"'`()[\]{}<>\\]+/;

/** Reads a decoded scope tolerantly: any separator, any spelling that can only mean one name. */
export function readPlainScope(text: string): PlainScope {
	const odd = new Set<string>();
	const separator = /[,;|"'`()[\]{}<>\\]/.exec(text)?.[0];
	if (separator !== undefined) {
		odd.add(`“${separator}” stands in it; a scope has one space between names, nothing else.`);
	}
	const words = text.split(SEPARATORS).filter((word) => word !== '' && word !== '-');
	const written = words.map((word) => {
		const found = readName(word);
		if (!found?.name) return word;
		const { name, required, spelling } = found;
		if (spelling !== null) odd.add(`“${found.word}” ${spelling}`);
		return required ? REQUIRED_PREFIX + name : name;
	});
	const parsed = parseScope(written.join(' '));
	const meant = parsed.problems.length === 0 ? formatScope(parsed.permissions) : written.join(' ');
	return { meant, parsed, odd: [...odd] };
}
