import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogItem } from '../catalog/schema.ts';
import { enclosingCall } from './enclosing.ts';
import { barePath, findPaths } from './find-paths.ts';
import { placeOf, type Joined } from './joined.ts';
import { meantByBody, methodOf, type Said } from './method-of.ts';
import { isOpen, pathIndexOf, type Called } from './path-index.ts';
import { foundCall, type FoundCall, type Source } from './source.ts';

/** On what a program of its own says what it answers. */
const ROUTERS = /^(?:app|api|router|routes?|server|blueprint|bp|mux|fastify|urlpatterns|r|e)$/i;
const ROUTES = /^(?:route|re_path|HandleFunc|Handle|add_url_rule|use|all|any|mount|scope)$/i;
/** Methods of the SDKs that take a path. */
const HANDED_TO = /^(?:batch|request|path)$/i;
/** What asks for a whole address, or answers one, and knows no vehicle to put in front. */
const ASKS = /^(?:get|post|put|patch|delete|fetch|axios|ajax|redirect|navigate|push|open)$/i;

/** Where the addresses of the API stand in the strings of a program. */
export function findAddresses(source: Source, catalog: Catalog): readonly FoundCall[] {
	return source.joined.flatMap((joined) => {
		const paths = findPaths(joined.text);
		if (paths.length === 0) return bareAddress(source, catalog, joined);
		if (isRoute(source, joined)) return [];
		return paths.flatMap(({ start, end, version, tail }, index) => {
			const until = paths[index + 1]?.start ?? joined.text.length;
			const said = { before: joined.text.slice(0, start), after: joined.text.slice(end, until) };
			const method = methodOf(source, joined, said);
			const hinted = version ?? (tail.length === 0 ? hintOf(source) : null);
			const from = joined.text.slice(start, end);
			return read(source, catalog, joined, {
				from,
				start,
				said,
				called: { method, version: hinted, tail }
			});
		});
	});
}

/** `/odometer` alone, where it is handed to a batch or the like, or put behind an address. */
function bareAddress(source: Source, catalog: Catalog, joined: Joined): readonly FoundCall[] {
	const tail = barePath(joined.text);
	if (tail === null || tail.length === 0 || !source.isAboutIt) return [];
	const [first = '', ...others] = tail;
	// What is put in front is the address of a vehicle.
	const behind = isOpen(first) && others.length > 0;
	const parts = behind ? others : tail;
	const call = enclosingCall(source.code, joined.start);
	const isHanded = call !== null && HANDED_TO.test(call.name);
	const isListed =
		source.batches && joined.text.startsWith('/') && (call === null || !ASKS.test(call.name));
	if ((!behind && !isHanded && !isListed) || isRoute(source, joined)) return [];
	const said = { before: '', after: '' };
	const method = methodOf(source, joined, said);
	const called = { method, version: null, tail: parts };
	return read(source, catalog, joined, { from: joined.text, start: 0, said, called });
}

interface Read {
	readonly from: string;
	readonly start: number;
	readonly said: Said;
	readonly called: Called;
}

function read(
	source: Source,
	catalog: Catalog,
	joined: Joined,
	{ from, start, said, called }: Read
): readonly FoundCall[] {
	const { inFile, breaks } = placeOf(joined, start);
	const place = {
		at: inFile,
		breaks,
		from: called.method === 'GET' ? from : `${called.method} ${from}`
	};
	const [first = '', code] = called.tail;
	if (first.toLowerCase() === 'signals' && called.version !== 'v2') {
		if (code === undefined)
			return [foundCall(place, { kind: 'unclear', why: { kind: 'all-signals' } })];
		if (isOpen(code)) return [foundCall(place, { kind: 'unclear', why: { kind: 'open' } })];
		// A code that stands there is found as such.
		return [];
	}
	const items: readonly CatalogItem[] = pathIndexOf(catalog)(called);
	const meant = meantByBody(items, source, joined, said);
	return meant.length > 0 ? [foundCall(place, { kind: 'items', items: meant })] : [];
}

function hintOf({ isV3 }: Source): 'v2' | 'v3' {
	return isV3 ? 'v3' : 'v2';
}

function isRoute({ code }: Source, { start }: Joined): boolean {
	const call = enclosingCall(code, start);
	return call !== null && (ROUTERS.test(call.on) || ROUTES.test(call.name));
}
