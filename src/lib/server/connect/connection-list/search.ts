import { MAKES } from '#lib/access/catalog/makes.ts';
import { fold } from '#lib/access/fold.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { and, eq, exists, inArray, like, or, sql, type SQL } from 'drizzle-orm';
import { connections } from '../../db/connect-schema.ts';
import { holds, patternOf } from '../../db/text-search.ts';
import { vehicleAccounts, vehicles } from '../../db/vehicle-schema.ts';
import type { Db } from '../../engine.ts';
import { GRANTS_TEXT } from '../grant-groups.ts';

/** Words of a search that are looked for; what comes after them is not. */
const MOST_WORDS = 8;

/**
 * Connections that a search means: each of its words is part of the VIN, the brand, the model, the
 * owner or the app's own ids of them, is the year, or begins a permission that was granted.
 *
 * @returns undefined where nothing is searched for
 */
export function isSearchedFor(db: Db, search: string): SQL | undefined {
	const words = search.split(/\s+/).filter((word) => word !== '');
	return and(...words.slice(0, MOST_WORDS).map((word) => holdsWord(db, word)));
}

function holdsWord(db: Db, word: string): SQL | undefined {
	const pattern = patternOf(word);
	if (pattern === null) return undefined;
	const found = db
		.select({ one: sql`1` })
		.from(vehicles)
		.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, connections.accountId))
		.where(
			and(
				eq(vehicles.id, connections.vehicleId),
				or(
					holds(vehicles.vin, pattern),
					holds(vehicleAccounts.username, pattern),
					holds(vehicles.model, pattern),
					isOfBrand(word, pattern),
					/^\d{4}$/.test(word) ? eq(vehicles.year, Number(word)) : undefined
				)
			)
		);
	return or(
		holds(connections.externalId, pattern),
		holds(connections.user, pattern),
		...grantedAs(word),
		exists(found)
	);
}

/** Brands that the catalog does not hold are stored as they are written. */
function isOfBrand(word: string, pattern: string): SQL | undefined {
	const folded = fold(word);
	const keys = MAKES.filter(({ name }) => folded !== '' && fold(name).includes(folded));
	return or(
		holds(vehicles.make, pattern),
		inArray(
			vehicles.make,
			keys.map(({ key }) => key)
		)
	);
}

/** Only words that are written as permissions are: `vin` alone would find all that were granted it. */
function grantedAs(word: string): readonly SQL[] {
	const wanted = word.toLowerCase();
	if (!/^(read|control)_/.test(wanted)) return [];
	const names = PERMISSION_NAMES.filter((name) => name.startsWith(wanted));
	return names.map((name) => like(GRANTS_TEXT, `%"${name}"%`));
}
