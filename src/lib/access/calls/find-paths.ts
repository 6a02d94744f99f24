import { isOpen, type Called } from './path-index.ts';

/** A path beneath a vehicle, as it stands in a string. */
export interface FoundPath extends Pick<Called, 'version' | 'tail'> {
	/** Where it stands in the string. */
	readonly start: number;
	readonly end: number;
}

const VEHICLES = /vehicles?\//gi;
/** What an address consists of, with the signs that stand for what is put in. */
const IN_PATH = /[^\s"'`,;()[\]|\\?#&]/;
const LONGEST = 300;

/** The addresses of a string that lead to a vehicle: `…/v2.0/vehicles/{id}/odometer`. */
export function findPaths(text: string): readonly FoundPath[] {
	const found: FoundPath[] = [];
	let from = 0;
	for (const { index, 0: word } of text.matchAll(VEHICLES)) {
		if (index < from) continue;
		let start = index;
		while (start > 0 && index - start < LONGEST && IN_PATH.test(text.charAt(start - 1))) start -= 1;
		let end = index + word.length;
		while (end < text.length && end - start < LONGEST && IN_PATH.test(text.charAt(end))) end += 1;
		from = end;
		const base = readBase(text.slice(start, index));
		const [id = '', ...tail] = partsOf(text.slice(index + word.length, end));
		if (base && id !== '') found.push({ start, end, version: base.version, tail });
	}
	return found;
}

/** Where the address of an API begins; null for one of somebody else’s. */
function readBase(base: string): { readonly version: Called['version'] } | null {
	const [, scheme, host = '', path = ''] = /^(?:([a-z]{1,8}):\/\/([^/]*))?(.*)$/i.exec(base) ?? [];
	const parts = partsOf(path);
	const numbers = parts.filter((part) => /^v\d+(?:\.\d+)*$/i.test(part));
	const others = parts.filter((part) => !numbers.includes(part) && !isOpen(part));
	if (others.length > 0) return null;
	const [number] = numbers;
	// Whoever hosts the sandbox elsewhere names the version as well.
	if (scheme !== undefined && number === undefined && !isKnownHost(host)) return null;
	if (number === undefined) return { version: /^vehicle\.api\./i.test(host) ? 'v3' : null };
	return { version: /^v3/i.test(number) ? 'v3' : 'v2' };
}

function isKnownHost(host: string): boolean {
	return isOpen(host) || /smartcar|^localhost|^127\./i.test(host);
}

/** A path by itself, as a batch and the methods for whatever request take it; null for another text. */
export function barePath(text: string): readonly string[] | null {
	const [path = ''] = text.split('?', 1);
	return path.length <= LONGEST && /^\/?[\w.{}$:<>\0-]+(?:\/[\w.{}$:<>\0-]+)*\/?$/.test(path)
		? partsOf(path)
		: null;
}

function partsOf(path: string): readonly string[] {
	return path.split('/').filter((part) => part !== '');
}
