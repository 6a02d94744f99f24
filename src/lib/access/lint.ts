import type { Catalog } from './catalog/catalog.ts';
import { END_OF_API_V2 } from './catalog/kinds.ts';
import { permissionDetail } from './catalog/permission-details.ts';
import { isUncertain } from './catalog/uncertain.ts';
import type { Access } from './derive.ts';
import { formatList } from './language/english.ts';
import type { PermissionName } from './permission.ts';
import type { Selection } from './selection.ts';
import { aboutUnused, type UnusedFor } from './unused-permission.ts';

/** More locked check boxes than this and owners start to leave. */
const MANY_REQUIRED = 3;

/** A change of the selection that settles a finding. */
export interface LintFix {
	readonly label: string;
	readonly select?: readonly string[];
	readonly deselect?: readonly string[];
	readonly makeOptional?: readonly string[];
}

/** Names of the rules; each has its case in the tests. */
export const LINT_RULES = [
	'nothing-selected',
	'many-required',
	'all-required',
	'required-and-sensitive',
	'sensitive-for-one-item',
	'api-v2-ends',
	'permission-uncertain',
	'required-is-no-filter',
	'no-vehicle-identity',
	'permission-unused'
] as const;

export interface LintFinding {
	readonly rule: (typeof LINT_RULES)[number];
	readonly severity: 'warning' | 'note';
	readonly title: string;
	readonly message: string;
	/** Items and permissions it speaks of, for links. */
	readonly codes: readonly string[];
	readonly fix?: LintFix;
	/** What leads to the application's connection filter. */
	readonly filterLabel?: string;
}

interface LintInput {
	readonly selection: Selection;
	readonly access: Access;
	readonly catalog: Catalog;
	/** ISO date, e.g. `2026-11-23`. */
	readonly today: string;
	/** Whether the application keeps vehicles out by their powertrain. */
	readonly filtered: boolean;
	/** What no connection used; left out where nobody looked. */
	readonly unused?: UnusedFor;
}

type Rule = (input: LintInput) => readonly LintFinding[];

/** What a careful reviewer would say about a selection before it is published. */
export function lint(input: LintInput): readonly LintFinding[] {
	if (input.selection.length === 0) return nothingSelected();
	return RULES.flatMap((rule) => rule(input));
}

function nothingSelected(): readonly LintFinding[] {
	return [
		{
			rule: 'nothing-selected',
			severity: 'note',
			title: 'Nothing is selected.',
			message: 'Pick the first signal your app needs; the scope follows.',
			codes: []
		}
	];
}

function requiredOf(selection: Selection): readonly string[] {
	return selection.filter(({ required }) => required).map(({ code }) => code);
}

/** Those that the app cannot run without are then marked anew. */
function allOptional(codes: readonly string[]): LintFix {
	return { label: 'Make all optional', makeOptional: codes };
}

const manyRequired: Rule = ({ access, selection }) => {
	const required = access.filter((permission) => permission.required);
	if (required.length <= MANY_REQUIRED) return [];
	const codes = requiredOf(selection);
	return [
		{
			rule: 'many-required',
			severity: 'warning',
			title: `${required.length} permissions are required.`,
			message: `Owners cannot refuse any of them. Keep Required for what your app cannot run without; ${MANY_REQUIRED} is plenty.`,
			codes,
			fix: allOptional(codes)
		}
	];
};

const allRequired: Rule = ({ access, selection }) => {
	if (access.length < 2 || access.some(({ required }) => !required)) return [];
	const codes = requiredOf(selection);
	return [
		{
			rule: 'all-required',
			severity: 'note',
			title: 'The owner has no choice.',
			message: 'Every permission is required, so the only way to refuse one is to refuse all.',
			codes,
			fix: allOptional(codes)
		}
	];
};

const requiredAndSensitive: Rule = ({ access, catalog }) =>
	access
		.filter(({ name, required }) => required && catalog.permission(name).sensitivity === 'high')
		.map(({ name, requiredBy }) => ({
			rule: 'required-and-sensitive',
			severity: 'warning',
			title: `${name} is sensitive and required.`,
			message: `${permissionDetail(name).sensitivityReason} Let the owner decide, unless the app cannot work without it.`,
			codes: requiredBy,
			fix: { label: 'Make it optional', makeOptional: requiredBy }
		}));

const sensitiveForOneItem: Rule = ({ access, catalog }) =>
	access.flatMap(({ name, required, neededBy: [code = '', ...others] }) => {
		const item = catalog.item(code);
		if (!item || others.length > 0 || required) return [];
		if (catalog.permission(name).sensitivity !== 'high') return [];
		return [
			{
				rule: 'sensitive-for-one-item',
				severity: 'note',
				title: `${name} is asked for ${item.name} alone.`,
				message: `${permissionDetail(name).sensitivityReason} Without this item the permission would not be asked.`,
				codes: [item.code],
				fix: { label: `Drop ${item.name}`, deselect: [item.code] }
			} as const
		];
	});

const apiV2Ends: Rule = ({ selection, catalog, today }) => {
	const codes = selection
		.map(({ code }) => code)
		.filter((code) => catalog.item(code)?.apiVersion === 'v2');
	if (codes.length === 0) return [];
	const ended = today >= END_OF_API_V2;
	return [
		{
			rule: 'api-v2-ends',
			severity: ended ? 'warning' : 'note',
			title: ended ? `API v2 ended on ${END_OF_API_V2}.` : `API v2 ends on ${END_OF_API_V2}.`,
			message: 'Look for a signal or command that gives the same, and drop the API v2 item.',
			codes
		}
	];
};

const permissionUncertain: Rule = ({ selection, catalog }) => {
	const codes = selection
		.map(({ code }) => code)
		.filter((code) => {
			const item = catalog.item(code);
			return item !== null && isUncertain(item);
		});
	if (codes.length === 0) return [];
	return [
		{
			rule: 'permission-uncertain',
			severity: 'note',
			title: 'A permission is uncertain.',
			message:
				'It is inferred with low confidence, or sources contradict each other. Tick each of these items alone in the platform’s Dashboard and see what it asks before you rely on it.',
			codes
		}
	];
};

/** What vehicles of some powertrains alone can grant anything by. */
const OF_SOME_POWERTRAINS: ReadonlySet<PermissionName> = new Set([
	'read_battery',
	'read_charge',
	'control_charge',
	'read_fuel',
	'read_engine_oil'
]);

const requiredIsNoFilter: Rule = ({ access, filtered }) => {
	const required = access.filter(({ name, required }) => required && OF_SOME_POWERTRAINS.has(name));
	if (filtered || required.length === 0) return [];
	return [
		{
			rule: 'required-is-no-filter',
			severity: 'note',
			title: 'Required does not keep vehicles out.',
			message: `It locks the check box of ${formatList(required.map(({ name }) => name))}, also for a vehicle that has nothing to tell by it. What keeps vehicles out by their powertrain is the connection filter.`,
			codes: [],
			filterLabel: 'Set the connection filter'
		}
	];
};

const noVehicleIdentity: Rule = ({ access, catalog }) => {
	if (access.some(({ name }) => name === 'read_vehicle_info') || !catalog.item('make')) return [];
	return [
		{
			rule: 'no-vehicle-identity',
			severity: 'note',
			title: 'Vehicle identity is not asked.',
			message: 'Without read_vehicle_info your app cannot show make, model and year.',
			codes: [],
			fix: { label: 'Add Make', select: ['make'] }
		}
	];
};

const permissionUnused: Rule = ({ access, catalog, unused }) => {
	if (!unused) return [];
	const { days, permissions } = unused;
	return access.flatMap((asked) =>
		permissions
			.filter(({ name }) => name === asked.name)
			.map((found) => ({
				rule: 'permission-unused',
				severity: 'warning',
				...aboutUnused(found, asked, { days, catalog })
			}))
	);
};

const RULES: readonly Rule[] = [
	manyRequired,
	requiredAndSensitive,
	allRequired,
	sensitiveForOneItem,
	apiV2Ends,
	permissionUncertain,
	requiredIsNoFilter,
	noVehicleIdentity,
	permissionUnused
];
