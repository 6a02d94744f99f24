import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { V2_READINGS } from '#lib/vehicles/api-v2/readings.ts';
import { COMMANDS } from '#lib/vehicles/commands/commands.ts';

/** What a method at a path beneath a vehicle does; two commands may stand at one path. */
export interface Operation {
	readonly items: readonly [CatalogItem, ...CatalogItem[]];
	/** Key of the brand in the path; null where none stands there. */
	readonly make: string | null;
}

const BENEATH = /^([A-Z]+) \/vehicles\/\{id\}(?:\/(.*))?$/;
const OF_A_BRAND = '{make}';

/** The catalog's items by method and path beneath a vehicle. */
export const OPERATIONS: ReadonlyMap<string, Operation['items']> = operationsOf();

/**
 * @param path beneath the vehicle, without slashes around it
 * @returns null where nothing answers.
 */
export function findOperation(method: string, path: string): Operation | null {
	const name = method === 'HEAD' ? 'GET' : method;
	const own = OPERATIONS.get(`${name} ${path}`);
	if (own) return { items: own, make: null };
	const [first = '', ...rest] = path.split('/');
	const make = brandOf(first);
	const items = make && OPERATIONS.get(`${name} ${[OF_A_BRAND, ...rest].join('/')}`);
	return items ? { items, make } : null;
}

function operationsOf(): ReadonlyMap<string, Operation['items']> {
	const operations = new Map<string, Operation['items']>();
	for (const item of officialCatalog.items) {
		const [, method, path = ''] = BENEATH.exec(item.path) ?? [];
		if (item.apiVersion !== 'v2' || method === undefined || !isServed(item)) continue;
		const key = `${method} ${path}`;
		const [first, ...others] = operations.get(key) ?? [];
		operations.set(key, first ? [first, ...others, item] : [item]);
	}
	return operations;
}

function isServed({ code }: CatalogItem): boolean {
	return Object.hasOwn(V2_READINGS, code) || Object.hasOwn(COMMANDS, code);
}

/** The brands of the platform, and that of vehicles which are told to be simulated. */
function brandOf(word: string): string | null {
	return word.toUpperCase() === 'SIMULATED' ? 'SIMULATED' : (findMake(word, MAKES)?.key ?? null);
}
