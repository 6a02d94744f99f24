import type { Catalog } from '../catalog/catalog.ts';
import { findAddresses } from './find-addresses.ts';
import { findCodes, findConstants } from './find-codes.ts';
import { findMethods } from './find-methods.ts';
import { joinLiterals } from './joined.ts';
import { syntaxOf } from './language.ts';
import { lex } from './lex.ts';
import { SOURCE_LIMITS } from './source-limits.ts';
import type { FoundCall, Source, Unclear } from './source.ts';

/** A file of a program; one that was pasted has no name. */
export interface SourceFile {
	readonly name: string;
	readonly text: string;
}

/** Where something stands in the files. */
interface Place {
	/** As it stands there, shortened. */
	readonly from: string;
	readonly file: string;
	readonly line: number;
}

/** A place that uses an item of the catalog. */
interface SourceUse extends Place {
	readonly code: string;
}

/** A place that calls the API for something that cannot be told. */
interface UnclearUse extends Place {
	readonly why: Unclear;
}

export interface ReadSource {
	/** In the order of the files and their lines. */
	readonly uses: readonly SourceUse[];
	readonly unclear: readonly UnclearUse[];
	/** Files of which only the beginning was read, or nothing. */
	readonly cut: readonly string[];
	/** Whether more was found than is told. */
	readonly more: boolean;
}

/**
 * Reads from the source code of a program what it asks of vehicles: methods of the platform’s SDKs,
 * addresses of its API, codes of signals. A comment asks for nothing. Takes time in proportion to
 * the files, within {@link SOURCE_LIMITS}, and never throws.
 */
export function readSource(files: readonly SourceFile[], catalog: Catalog): ReadSource {
	const uses: SourceUse[] = [];
	const unclear: UnclearUse[] = [];
	const cut: string[] = [];
	let left: number = SOURCE_LIMITS.all;
	for (const [index, { name: file, text: whole }] of files.entries()) {
		const length = index < SOURCE_LIMITS.files ? Math.min(SOURCE_LIMITS.file, left) : 0;
		if (whole.length > length) cut.push(file);
		const text = whole.slice(0, length).replaceAll('\0', ' ').replaceAll(/\r\n?/g, '\n');
		left -= text.length;
		if (text === '') continue;
		const lineAt = linesOf(text);
		for (const { at, breaks, from, called } of findCalls({ name: file, text }, catalog)) {
			const place = { from, file, line: lineAt(at) + breaks };
			if (called.kind === 'unclear') unclear.push({ ...place, why: called.why });
			else for (const { code } of called.items) uses.push({ ...place, code });
		}
	}
	const most = SOURCE_LIMITS.places;
	return {
		uses: uses.slice(0, most),
		unclear: unclear.slice(0, most),
		cut,
		more: uses.length > most || unclear.length > most
	};
}

/** What only a program that calls the API writes. */
const ABOUT_IT = /smartcar|\/vehicles?\/|vehicle\w{0,20}\.(?:batch|request)\b/i;

function findCalls({ name, text }: SourceFile, catalog: Catalog): readonly FoundCall[] {
	const syntax = syntaxOf(name, text);
	const lexed = lex(text, syntax);
	const source: Source = {
		...lexed,
		text,
		syntax,
		joined: joinLiterals(lexed),
		isAboutIt: ABOUT_IT.test(text),
		batches: /\bbatch\w{0,20}!?\s{0,4}\(|\/batch\b/i.test(text),
		isV3: /\/v3\b|vehicle\.api\./i.test(text)
	};
	return [findMethods, findAddresses, findCodes, findConstants]
		.flatMap((find) => find(source, catalog))
		.sort((a, b) => a.at - b.at || a.breaks - b.breaks);
}

/** Tells in which line a place of a text stands. */
function linesOf(text: string): (at: number) => number {
	const breaks: number[] = [];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks.push(at);
	return (at) => {
		let [low, high] = [0, breaks.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((breaks[middle] ?? 0) < at) low = middle + 1;
			else high = middle;
		}
		return low + 1;
	};
}
