import type { Catalog } from '../catalog/catalog.ts';
import { findMake } from '../catalog/find-make.ts';
import { MAKES } from '../catalog/makes.ts';
import type { CatalogItem } from '../catalog/schema.ts';
import { HOLE } from './lex.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What is called beneath a vehicle. */
export interface Called {
	readonly method: Method;
	/** The version that the address names; null where it names none. */
	readonly version: 'v2' | 'v3' | null;
	/** Parts of the path that follow the vehicle. */
	readonly tail: readonly string[];
}

/** The items that a call beneath a vehicle may be for, by the paths of a catalog. */
export type PathIndex = (called: Called) => readonly CatalogItem[];

const indexes = new WeakMap<Catalog, PathIndex>();

export function pathIndexOf(catalog: Catalog): PathIndex {
	const known = indexes.get(catalog) ?? createIndex(catalog);
	indexes.set(catalog, known);
	return known;
}

const OF_A_BRAND = '{make}';
const PLACEHOLDER = /^\{\w+\}$/;

function createIndex(catalog: Catalog): PathIndex {
	const byPath = new Map<string, CatalogItem[]>();
	for (const item of catalog.items) {
		const [method = '', path = ''] = item.path.split(' ');
		const tail = /^\/vehicles\/[^/]+\/?(.*)$/.exec(path)?.[1];
		// What needs nothing is not asked of owners, and an event of a webhook is not read by a call.
		const isCalled = item.kind !== 'endpoint' || method === 'GET';
		if (tail === undefined || item.permissions.length === 0 || !isCalled) continue;
		const parts = tail.split('/').map((part) => (isVaried(part) ? '{}' : part));
		const key = `${item.apiVersion} ${method} ${parts.join('/')}`;
		byPath.set(key, [...(byPath.get(key) ?? []), item]);
	}
	const find = (version: 'v2' | 'v3', method: Method, tail: readonly string[]) =>
		byPath.get(`${version} ${method} ${tail.join('/')}`) ?? [];
	return ({ method, version, tail: given }) => {
		const tail = given.map((part) => part.toLowerCase());
		const [first = '', ...others] = tail;
		// By itself the path of a vehicle does not tell which version is meant.
		if (version === 'v3' || (version === null && tail.length > 0)) {
			// Each of these paths knows one method; which one, a text may leave open.
			const methods: readonly Method[] = isOrder(first) ? ['POST', 'DELETE'] : [method];
			// What is told of a vehicle at once is one call, and the first of it speaks for all.
			const found = methods.flatMap((each) => find('v3', each, tail)).slice(0, 1);
			if (found.length > 0) return found;
			if (first === 'charge-schedules') return find('v3', 'DELETE', [first, '{}']);
			if (version === 'v3') return [];
		}
		const own = find('v2', method, tail);
		if (own.length > 0 || others.length === 0) return own;
		return isBrand(given[0] ?? '') ? find('v2', method, [OF_A_BRAND, ...others]) : [];
	};
}

function isBrand(part: string): boolean {
	return isOpen(part) || /^simulated$/i.test(part) || findMake(part, MAKES) !== null;
}

function isVaried(part: string): boolean {
	return PLACEHOLDER.test(part) && part !== OF_A_BRAND;
}

function isOrder(part: string): boolean {
	return part === 'commands' || part === 'charge-schedules';
}

/** Whether a part of a path is known only while the program runs. */
export function isOpen(part: string): boolean {
	return part.includes(HOLE) || /^(?:[:$%@].|[{<])/.test(part);
}
