import { z } from 'zod';
import type { Catalog } from './catalog/catalog.ts';
import { officialCatalog } from './catalog/official.ts';
import { ItemCode } from './catalog/schema.ts';
import { currentCodes } from './current-codes.ts';
import { derive } from './derive.ts';
import { formatRow, plural } from './language/english.ts';
import { suggestPermission } from './names/suggest-permission.ts';
import { nearest } from './nearest.ts';
import { PurposesInput, readPurposes, type PurposesResult } from './purposes-input.ts';
import { changedPurposes, purposesOf, type Purposes } from './purposes.ts';
import { normalizeSelection, type Selection } from './selection.ts';

/** More items than any catalog holds; bounds the work that one request can cause. */
export const MAX_SELECTED_ITEMS = 400;

/** Name under which the file is kept beside an app's code. */
export const CONFIGURATION_FILE_NAME = 'vehicle-access.json';

const SelectedItemInput = z.strictObject({
	code: ItemCode.describe('Code of a catalog item, e.g. tractionbattery-stateofcharge'),
	required: z
		.boolean()
		.default(false)
		.describe('Whether its permissions are locked on the grant screen')
});

const SelectionInput = z.array(SelectedItemInput).max(MAX_SELECTED_ITEMS);

/** The file `vehicle-access.json`: the selection of one application, kept as code. */
export const Configuration = z.strictObject({
	$schema: z.string().max(512).optional(),
	version: z.literal(1).describe('Version of this format'),
	items: SelectionInput.describe('The picked signals, commands, attributes and endpoints'),
	purposes: PurposesInput.optional().describe(
		'What each permission is for: a sentence for owners, shown as the app’s own words'
	)
});

/** A fault in somebody's input: where it is and what to write instead. */
export interface Problem {
	/** Path of the fault, e.g. `items[3].code`; empty for the input as a whole. */
	readonly path: string;
	readonly message: string;
}

export type SelectionResult =
	| { readonly ok: true; readonly selection: Selection }
	| { readonly ok: false; readonly problems: readonly Problem[] };

export type ConfigurationResult =
	| { readonly ok: true; readonly selection: Selection; readonly purposes: Purposes }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** JSON Schema (draft 2020-12) of {@link Configuration}, for editors and CI. */
export function configurationJsonSchema(): object {
	return {
		title: CONFIGURATION_FILE_NAME,
		...z.toJSONSchema(Configuration, { io: 'input' })
	};
}

/** Reads a list of `{code, required}` from outside: a form, a request, a database row. */
export function parseSelection(
	input: unknown,
	catalog: Catalog = officialCatalog
): SelectionResult {
	return readItems(SelectionInput.safeParse(input), catalog, '');
}

/** Reads purposes from outside: a form, a request. Whether their permissions are asked for is not. */
export function parsePurposes(input: unknown): PurposesResult {
	const parsed = PurposesInput.safeParse(input);
	return parsed.success ? readPurposes(parsed.data) : refused(parsed.error);
}

/** Reads the parsed JSON of a `vehicle-access.json`. */
export function parseConfiguration(
	input: unknown,
	catalog: Catalog = officialCatalog
): ConfigurationResult {
	const parsed = Configuration.safeParse(input);
	if (!parsed.success) return refused(parsed.error);
	const items = readItems({ success: true, data: parsed.data.items }, catalog, 'items');
	if (!items.ok) return items;
	const { selection } = items;
	const read = readPurposes(parsed.data.purposes ?? {}, 'purposes.');
	if (!read.ok) return read;
	const { purposes } = read;
	const told = purposesOf(derive(selection, catalog), purposes);
	const problems = changedPurposes(purposes, told).map((name) => ({
		path: `purposes.${name}`,
		message: notAsked(name)
	}));
	return problems.length > 0 ? { ok: false, problems } : { ...items, purposes };
}

/** The file's text: one item and one purpose a line, so that a diff shows what changed. */
export function formatConfiguration(selection: Selection, purposes: Purposes = {}): string {
	const lines = normalizeSelection(selection).map(
		({ code, required }) => `\t\t${JSON.stringify(required ? { code, required } : { code })}`
	);
	const items = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n\t]`;
	// Left out where there is none, so that who knows no purposes reads the file too.
	const told = Object.keys(purposes).length === 0 ? '' : `,\n\t"purposes": ${lined(purposes)}`;
	return `{\n\t"version": 1,\n\t"items": ${items}${told}\n}\n`;
}

function lined(purposes: Purposes): string {
	return JSON.stringify(purposes, null, '\t').replaceAll('\n', '\n\t');
}

function notAsked(name: string): string {
	return `No item needs ${name}, so owners are not asked for it. Remove its purpose, or list an item that needs it.`;
}

function refused({ issues }: z.ZodError) {
	return { ok: false, problems: issues.slice(0, 20).map(describeIssue) } as const;
}

type ParsedItems =
	{ success: true; data: z.infer<typeof SelectionInput> } | { success: false; error: z.ZodError };

function readItems(parsed: ParsedItems, catalog: Catalog, root: string): SelectionResult {
	if (!parsed.success) return refused(parsed.error);
	const problems: Problem[] = [];
	const firstAt = new Map<string, number>();
	for (const [index, { code }] of parsed.data.entries()) {
		const path = `${root}[${index}].code`;
		const first = firstAt.get(code);
		if (first !== undefined) {
			problems.push({
				path,
				message: `“${code}” is already listed at ${root}[${first}]; list it once.`
			});
		}
		firstAt.set(code, first ?? index);
		if (!catalog.item(code)) problems.push({ path, message: unknownCode(code, catalog) });
	}
	if (problems.length > 0) return { ok: false, problems };
	return { ok: true, selection: currentCodes(parsed.data, catalog) };
}

function unknownCode(code: string, catalog: Catalog): string {
	const near = nearest(
		code,
		catalog.items.map((item) => item.code)
	);
	return near
		? `“${code}” is not in the catalog; did you mean “${near}”?`
		: `“${code}” is not in the catalog; look its code up there.`;
}

const KNOWN_KEYS = [
	...['version', 'items', 'purposes', 'code', 'required', '$schema'],
	...['purpose', 'without']
];
const KEYS = { one: 'key', other: 'keys' };
const PERMISSIONS = { one: 'permission', other: 'permissions' };

/** What is wrong with a value of the file, with its path. */
export function describeIssue(issue: z.core.$ZodIssue): Problem {
	const path = issue.path
		.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
		.join('')
		.replace(/^\./, '');
	if (issue.code === 'unrecognized_keys') {
		const ofPurposes = path.endsWith('purposes');
		const hints = issue.keys.map((key) => {
			const near = ofPurposes ? suggestPermission(key) : nearest(key, KNOWN_KEYS);
			return near ? `“${key}” (did you mean “${near}”?)` : `“${key}”`;
		});
		return {
			path,
			message: `Unknown ${plural(hints.length, ofPurposes ? PERMISSIONS : KEYS)} ${formatRow(hints)}; remove it.`
		};
	}
	if (issue.code === 'invalid_format' && path.endsWith('.code')) {
		return {
			path,
			message: 'A code is letters, digits and hyphens, e.g. “odometer-traveleddistance”.'
		};
	}
	if (issue.code === 'too_big' && issue.origin === 'array') {
		return { path, message: `At most ${MAX_SELECTED_ITEMS} items; the catalog holds fewer.` };
	}
	return { path, message: `${issue.message}.` };
}
