import type { Catalog } from '../catalog/catalog.ts';
import { suggestPermission } from '../names/suggest-permission.ts';
import { askedNames } from '../pasted/read-names.ts';
import { CALLS, methodForm } from '../calls/v2-calls.ts';
import type { Piece } from './piece.ts';

const CODE = /(?<![\w-])[a-z][a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){1,6}(?![\w-])/gi;

/** `vehicle.odometer(`, `cars[0].start_charge(`, a call in a line of its own, as chains have it. */
const METHOD = /(\w{1,40})?(?:\[[^[\]\n]{0,20}\])?\s{0,20}\??\.(\w{3,40})\(/g;

/** What is called on something else has names as common as `lock`. */
const VEHICLE = /vehicle|car$|cars$/i;

/** `GET /v2.0/vehicles/{id}/odometer`, `/odometer`, `https://…/vehicles/36ab/battery`. */
const PATH =
	/(?:\b(GET|POST|PUT|DELETE)["'`,\s]{1,6})?(?:https?:\/\/[\w.-]{1,80}|(?<![\w.:/]))((?:\/[\w.{}:$<>-]{1,60}){1,8})/gi;

/** In front of what vehicles of one brand have. */
const ANY_MAKE = '{make}';

/** The permissions that a text names. */
export function permissionPieces(text: string): readonly Piece[] {
	return askedNames(text).asked.map(({ start, end, word, name, required }) => ({
		start,
		end,
		from: word,
		asked:
			name === null
				? { kind: 'unknown', nearest: suggestPermission(word) }
				: { kind: 'permission', name, required }
	}));
}

/** The items that a text names by their codes. */
export function codePieces(text: string, catalog: Catalog): readonly Piece[] {
	return [...text.matchAll(CODE)].flatMap(({ index, 0: from }) => {
		const item = catalog.item(from) ?? catalog.item(from.toLowerCase());
		return item ? [pieceOf(index, from, [item.code])] : [];
	});
}

/** What the methods of the platform's SDKs read or do. */
export function methodPieces(text: string): readonly Piece[] {
	const isAboutIt = /smartcar/i.test(text);
	return [...text.matchAll(METHOD)].flatMap(({ index, 0: whole, 1: on = '', 2: method = '' }) => {
		if (!VEHICLE.test(on) && !isAboutIt) return [];
		const call = CALLS.find(({ methods }) => methods.includes(methodForm(method)));
		if (!call) return [];
		const from = `.${method}()`;
		return [
			{ ...pieceOf(index + whole.lastIndexOf('.'), from, call.items), end: index + whole.length }
		];
	});
}

/** What the paths of the API read or do. */
export function pathPieces(text: string, catalog: Catalog): readonly Piece[] {
	const byPath = pathsOf(catalog);
	return [...text.matchAll(PATH)].flatMap(({ index, 0: whole, 1: verb = '', 2: path = '' }) => {
		const tail = tailOf(path);
		const method = (verb || 'GET').toUpperCase();
		const codes = [tail, `${ANY_MAKE}/${withoutFirst(tail)}`, `${ANY_MAKE}/${tail}`]
			.map((known) => byPath.get(`${method} ${known}`))
			.find((found) => found !== undefined);
		if (codes === undefined) return [];
		const piece = pieceOf(index, whole.replace(/["'`,\s]+/g, ' '), codes.flat());
		const end = index + whole.length;
		// What is posted says which of them it is, and is not read.
		if (codes.length > 1)
			return [{ ...piece, end, asked: { kind: 'several', codes: codes.flat() } }];
		return [{ ...piece, end }];
	});
}

function pieceOf(start: number, from: string, codes: readonly string[]): Piece {
	return {
		start,
		end: start + from.length,
		from,
		asked: { kind: 'items', codes, required: false }
	};
}

/** Codes by method and the end of the path; several groups where the body says which is meant. */
function pathsOf(catalog: Catalog): ReadonlyMap<string, readonly (readonly string[])[]> {
	const paths = new Map<string, (readonly string[])[]>();
	for (const item of catalog.items) {
		const [method = '', path = ''] = item.path.split(' ');
		// What is read of a vehicle at once is no call for one of its parts.
		if (item.kind === 'attribute' || item.kind === 'signal' || item.permissions.length === 0)
			continue;
		const tail = tailOf(path);
		if (tail === '') continue;
		const codes = CALLS.find(({ endpoint }) => endpoint === item.code)?.items ?? [item.code];
		const key = `${method} ${tail}`;
		paths.set(key, [...(paths.get(key) ?? []), codes]);
	}
	return paths;
}

/** What a path asks of the vehicle: `/v2.0/vehicles/{id}/tires/pressure` is `tires/pressure`. */
function tailOf(path: string): string {
	return path
		.toLowerCase()
		.replace(/^\/?(?:v\d(?:\.\d)?\/)?(?:vehicles?\/[^/]*\/?)?/, '')
		.replace(/^\/+|\/+$/g, '');
}

function withoutFirst(tail: string): string {
	return tail.slice(tail.indexOf('/') + 1);
}
