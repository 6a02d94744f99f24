import type { Catalog } from '../catalog/catalog.ts';
import { MAX_TEXT_LENGTH } from '../characters.ts';
import { parseConnectUrl } from '../connect-url/parse.ts';
import { cleanText } from '../pasted/clean-text.ts';
import { withoutComments } from '../pasted/comments.ts';
import { findLinks } from '../pasted/find-links.ts';
import { repairQuery } from '../pasted/repair-query.ts';
import { permissionRank, type PermissionName } from '../permission.ts';
import { selectionForRequest } from '../request-review.ts';
import { codePieces, methodPieces, pathPieces, permissionPieces } from './code-pieces.ts';
import { filePieces } from './file-pieces.ts';
import { phrasePieces } from './phrase-pieces.ts';
import { withGaps, type Piece } from './piece.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Something to tick, with the words that name it. */
export interface Need {
	/** Pieces of the text that name it. */
	readonly from: readonly string[];
	/** Named as such, and not by one of its items. */
	readonly permission: PermissionName | null;
	/** One item, or all that the permission opens. */
	readonly codes: readonly string[];
	readonly required: boolean;
}

/** A piece of the text that may mean one of several items. */
export interface UnsureNeed {
	readonly from: string;
	readonly codes: readonly string[];
}

/** A piece of the text that names nothing there is. */
export interface UnknownNeed {
	readonly from: string;
	/** What it was probably meant for. */
	readonly nearest: string | null;
}

export interface ReadNeeds {
	readonly needs: readonly Need[];
	readonly unsure: readonly UnsureNeed[];
	readonly unknown: readonly UnknownNeed[];
	/** Pieces that say what is not needed. */
	readonly against: readonly string[];
	/** Number of different pieces that ask for something, and of those that led to a need. */
	readonly named: number;
	readonly found: number;
	/** Whether only the beginning of the text was read. */
	readonly cut: boolean;
	/** Whether it holds a Connect link that asks for nothing by itself. */
	readonly linkWithoutScope: boolean;
}

/**
 * Reads what an app needs from whatever somebody has of it: words, codes, permissions, a Connect
 * link, code that calls the API, a file. What it finds is named by the text; nothing is fetched.
 * Takes time in proportion to the text, of which it reads 64 kB, and never throws.
 */
export function readNeeds(text: string, catalog: Catalog): ReadNeeds {
	const { text: whole } = cleanText(text.slice(0, MAX_TEXT_LENGTH));
	const inFile = filePieces(whole, catalog);
	if (inFile) return summarize(inFile, catalog, { cut: false, linkWithoutScope: false });
	const { text: code } = withoutComments(withoutBoxes(whole));
	const links = findLinks(code);
	const scopes = links.map(
		(link) => parseConnectUrl(repairQuery(link).link).parameters.scope ?? ''
	);
	const inLinks = links.flatMap(({ start, end }, at) =>
		permissionPieces(scopes[at] ?? '').map((piece) => ({ ...piece, start, end }))
	);
	const pieces: Piece[] = [...inLinks];
	let rest = withGaps(code, links);
	for (const read of [permissionPieces, codePieces, pathPieces, methodPieces]) {
		const found = read(rest, catalog);
		pieces.push(...found);
		rest = withGaps(rest, found);
	}
	const inWords = phrasePieces(rest, vocabularyOf(catalog));
	return summarize([...pieces, ...inWords.pieces], catalog, {
		cut: text.length > MAX_TEXT_LENGTH || inWords.more > 0,
		linkWithoutScope: scopes.some((scope) => scope.trim() === '')
	});
}

/** A box that waits to be ticked says what is needed as well as one that is. */
function withoutBoxes(text: string): string {
	return text.replace(/^[ \t]{0,40}[-*+] \[[ xX]\] /gm, (box) => ' '.repeat(box.length));
}

function summarize(
	pieces: readonly Piece[],
	catalog: Catalog,
	about: Pick<ReadNeeds, 'cut' | 'linkWithoutScope'>
): ReadNeeds {
	const ordered = distinct([...pieces].sort((a, b) => a.start - b.start));
	const needs = new Map<string, Need>();
	const take = (key: string, need: Need) => {
		const known = needs.get(key);
		needs.set(
			key,
			known
				? {
						...known,
						from: [...known.from, ...need.from],
						required: known.required || need.required
					}
				: need
		);
	};
	const unsure: UnsureNeed[] = [];
	const unknown: UnknownNeed[] = [];
	const against: string[] = [];
	const opened = opener(ordered, catalog);
	for (const { from, asked } of ordered) {
		switch (asked.kind) {
			case 'items':
				for (const code of asked.codes) {
					take(code, { from: [from], permission: null, codes: [code], required: asked.required });
				}
				break;
			case 'permission':
				take(asked.name, {
					from: [from],
					permission: asked.name,
					codes: opened(asked.name),
					required: asked.required
				});
				break;
			case 'several':
				unsure.push({ from, codes: asked.codes });
				break;
			case 'unknown':
				unknown.push({ from, nearest: asked.nearest });
				break;
			case 'against':
				against.push(from);
		}
	}
	const found = ordered.length - unsure.length - unknown.length - against.length;
	return {
		needs: [...needs.values()],
		unsure,
		unknown,
		against,
		named: ordered.length - against.length,
		found,
		...about
	};
}

/** What each of the permissions that are named opens, so that all of it asks for no other. */
function opener(pieces: readonly Piece[], catalog: Catalog) {
	const names = new Set(
		pieces.flatMap(({ asked }) => (asked.kind === 'permission' ? [asked.name] : []))
	);
	const requested = [...names]
		.sort((a, b) => permissionRank(a) - permissionRank(b))
		.map((name) => ({ name, required: false }));
	const codes = selectionForRequest(requested, catalog).map(({ code }) => code);
	return (name: PermissionName) =>
		codes.filter((code) => catalog.item(code)?.permissions.includes(name));
}

/** Each piece by its words once; Required where one of them is. */
function distinct(pieces: readonly Piece[]): readonly Piece[] {
	const byWords = new Map<string, Piece>();
	for (const piece of pieces) {
		const key = piece.from.toLowerCase();
		if (!byWords.has(key)) byWords.set(key, piece);
	}
	return [...byWords.values()];
}
