import { isOurs, resolve, roomOf } from './directions.ts';
import { modules, readImports } from './imports.ts';
import type { Room } from './room.ts';
import { ROOMS } from './rooms.ts';

/** By the name of a room, those that it imports from. */
export type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** The arrows between rooms, from the imports of the code. */
export function readArrows(): Arrows {
	const arrows = new Map(ROOMS.map(({ name }) => [name, new Set<string>()]));
	for (const path of modules()) {
		const from = roomOf(path);
		for (const { specifier } of readImports(path)) {
			const to = isOurs(specifier) ? roomOf(resolve(specifier, path)) : null;
			if (from && to && from !== to) arrows.get(from.name)?.add(to.name);
		}
	}
	return arrows;
}

/** The picture and, below it, the table with every arrow. */
export function drawHouse(rooms: readonly Room[], arrows: Arrows): string {
	return `${drawPicture(rooms, arrows)}\n\n${drawTable(rooms, arrows)}`;
}

/**
 * A drawing in Mermaid. An arrow is left out where another way leads to the same room: with all of
 * them nobody sees the house. One against the direction is dotted, and always drawn.
 */
export function drawPicture(rooms: readonly Room[], arrows: Arrows): string {
	const forward = new Map(
		rooms.map(({ name, may, toCome }) => [
			name,
			new Set(toCome ? may : may.filter((other) => arrows.get(name)?.has(other)))
		])
	);
	const fromTop = rooms.toReversed();
	const boxes = fromTop.map(({ name, holds, toCome }) =>
		toCome
			? `${name}(["<i>${name}</i><br>${holds}, to come"])`
			: `${name}["<b>${name}</b><br>${holds}"]`
	);
	const lines = fromTop.flatMap(({ name, owes = [], toCome }) => [
		...shortest(name, forward).map((other) => `${name} ${toCome ? '-.->' : '-->'} ${other}`),
		...owes
			.filter((other) => arrows.get(name)?.has(other))
			.map((other) => `${name} -. owed .-> ${other}`)
	]);
	return [
		'```mermaid',
		'flowchart TD',
		...[...boxes, ...lines].map((line) => `  ${line}`),
		'```'
	].join('\n');
}

/** A table in Markdown, from the top of the house down. */
export function drawTable(rooms: readonly Room[], arrows: Arrows): string {
	const rows = rooms.toReversed().map(({ name, places, toCome, may }) => {
		const others = toCome
			? may
			: rooms.map((room) => room.name).filter((other) => arrows.get(name)?.has(other));
		return [
			`**${name}**`,
			places.map((place) => `\`${place}\``).join(' '),
			toCome ? `to come; may import ${others.join(', ')}` : others.join(', ') || 'no other room'
		];
	});
	return formatTable([['room', 'where', 'imports from'], ...rows]);
}

/** The rooms that no other one leads to as well. */
function shortest(name: string, arrows: Arrows): readonly string[] {
	const direct = [...(arrows.get(name) ?? [])];
	return direct.filter(
		(target) => !direct.some((other) => other !== target && leads(other, target, arrows))
	);
}

function leads(from: string, to: string, arrows: Arrows): boolean {
	return [...(arrows.get(from) ?? [])].some((next) => next === to || leads(next, to, arrows));
}

/** Padded as the formatter pads it. */
function formatTable([head = [], ...rows]: readonly (readonly string[])[]): string {
	const widths = head.map((_, column) =>
		Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0))
	);
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
