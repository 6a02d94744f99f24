import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { formatRow } from '#lib/access/language/english.ts';
import type { Selection } from '#lib/access/selection.ts';
import * as words from '../words.en.ts';

/** How a selection came to be another. */
export type Step = 'edit' | 'undo' | 'redo';

/**
 * What a change did, in one line: "Amperage added; adds read_charge". An undo tells what it undid.
 *
 * @returns an empty text where nothing changed
 */
export function describeChange(before: Selection, after: Selection, step: Step): string {
	const items = step === 'undo' ? describeItems(after, before) : describeItems(before, after);
	if (items === '') return '';
	const said = [items, describeAccess(before, after)].filter(Boolean).join('; ');
	return step === 'edit' ? said : words.stepTaken[step](said);
}

function describeItems(before: Selection, after: Selection): string {
	const [was, is] = [before, after].map(
		(selection) => new Map(selection.map(({ code, required }) => [code, required]))
	);
	if (!was || !is) return '';
	const added = [...is.keys()].filter((code) => !was.has(code));
	const removed = [...was.keys()].filter((code) => !is.has(code));
	const kept = [...is].filter(([code, required]) => was.has(code) && was.get(code) !== required);
	const named = (codes: readonly string[]) =>
		codes.length === 1 ? nameOf(codes[0] ?? '') : words.countItems(codes.length);
	return [
		added.length > 0 && words.added(named(added)),
		removed.length > 0 && words.removed(named(removed)),
		...[true, false].map((required) => {
			const codes = kept.flatMap(([code, now]) => (now === required ? [code] : []));
			return codes.length > 0 && (required ? words.nowRequired : words.nowOptional)(named(codes));
		})
	]
		.filter((part) => part !== false)
		.join('; ');
}

function describeAccess(before: Selection, after: Selection): string {
	const [was, is] = [before, after].map(
		(selection) =>
			new Map(derive(selection, officialCatalog).map(({ name, required }) => [name, required]))
	);
	if (!was || !is) return '';
	const added = [...is.keys()].filter((name) => !was.has(name));
	const dropped = [...was.keys()].filter((name) => !is.has(name));
	const parts = [
		added.length > 0 && words.adds(formatRow(added)),
		dropped.length > 0 && words.drops(formatRow(dropped))
	].filter((part) => part !== false);
	return parts.length > 0 ? parts.join('; ') : words.noNewPermission;
}

function nameOf(code: string): string {
	return officialCatalog.item(code)?.name ?? code;
}
