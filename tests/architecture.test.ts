import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { objectionTo, roomOf } from '../tools/house/directions.ts';
import { placeDrawing } from '../tools/house/document.ts';
import { drawHouse, readArrows } from '../tools/house/draw.ts';
import { loadedBy, modules, readImports } from '../tools/house/imports.ts';
import { ROOMS } from '../tools/house/rooms.ts';

const files = modules();
const arrows = readArrows();
const names = ROOMS.map(({ name }) => name);

describe('the table of rooms', () => {
	it('gives each room a name of its own', () => {
		expect(new Set(names).size).toBe(names.length);
	});

	it.each(ROOMS)('lets $name import rooms above it alone', ({ name, may }) => {
		expect(may.filter((other) => names.indexOf(other) >= names.indexOf(name))).toEqual([]);
		expect(may.filter((other) => !names.includes(other))).toEqual([]);
	});

	it.each(ROOMS.filter(({ owes = [] }) => owes.length > 0))(
		'forgets what $name owed once it is paid',
		({ name, owes = [], may }) => {
			expect(owes.filter((other) => !arrows.get(name)?.has(other))).toEqual([]);
			expect(owes.filter((other) => may.includes(other))).toEqual([]);
		}
	);

	it.each(ROOMS)('names places of $name that exist, or will', ({ places, toCome = false }) => {
		expect(places.filter((place) => existsSync(place) === toCome)).toEqual([]);
	});

	it('has a room for every module', () => {
		expect(files.filter((path) => roomOf(path) === null)).toEqual([]);
	});
});

describe('the imports', () => {
	it('go where the table lets them', () => {
		const objections = files.flatMap((path) =>
			readImports(path).flatMap((found) => objectionTo(path, found)?.concat(` (${path})`) ?? [])
		);
		expect(objections).toEqual([]);
	});

	it('are drawn in ARCHITECTURE.md as they are; "npm run map" draws them anew', () => {
		const document = readFileSync('ARCHITECTURE.md', 'utf8');
		expect(document).toBe(placeDrawing(document, drawHouse(ROOMS, arrows)));
	});

	it('let no module of the core wait for itself', () => {
		const core = files.filter((path) => roomOf(path)?.name === 'access');
		expect(core.filter((path) => reach(loadedBy(path)).has(path))).toEqual([]);
	});
});

describe('what a page loads first', () => {
	const pages = files.filter(
		(path) => path.startsWith('src/routes/') && /\.svelte$|\+(page|layout)\.ts$/.test(path)
	);
	const reached = [...reach(pages)];

	it('never holds the server, the database or Node', () => {
		const forbidden = /^src\/lib\/server\/|^node:|^drizzle-|^better-sqlite3$|^pg$/;
		expect(reached.filter((target) => forbidden.test(target))).toEqual([]);
	});

	it('never holds zod, which is too large for it', () => {
		expect(reached).not.toContain('zod');
	});
});

/** Everything that loading some modules loads, themselves included. */
function reach(start: readonly string[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const open = [...start];
	for (let path = open.pop(); path !== undefined; path = open.pop()) {
		if (seen.has(path)) continue;
		seen.add(path);
		if (files.includes(path)) open.push(...loadedBy(path));
	}
	return seen;
}
