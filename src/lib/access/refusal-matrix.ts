import type { PermissionName } from './permission.ts';
import { refusalOutcome, type Asked, type Refusal } from './refusals.ts';

/**
 * What a permission is to an item: `always` there since it is required, `needed` and granted, refused
 * so that the item `stops`, or nothing that it needs.
 */
export type MatrixCell = 'always' | 'needed' | 'stops' | 'not-needed';

interface MatrixColumn {
	readonly name: PermissionName;
	/** Then no owner can refuse it. */
	readonly required: boolean;
	readonly refused: boolean;
	/** Items that go on when this alone is refused. */
	readonly goesOn: number;
}

interface MatrixRow {
	readonly code: string;
	/** Whether the item is marked Required. */
	readonly required: boolean;
	/** One for each column. */
	readonly cells: readonly MatrixCell[];
	readonly stops: boolean;
}

/** Items by permissions, and what a refusal makes of each. */
export interface RefusalMatrix {
	/** In scope order. */
	readonly columns: readonly MatrixColumn[];
	/** In the order of the selection. */
	readonly rows: readonly MatrixRow[];
	/** Permissions that are granted all the same, in scope order. */
	readonly granted: readonly PermissionName[];
	/** What the refused permissions stop together. */
	readonly together: Refusal;
}

/** @param refuse names that cannot be refused are granted all the same */
export function refusalMatrix(asked: Asked, refuse: readonly PermissionName[]): RefusalMatrix {
	const { selection, access } = asked;
	const columns = access.map(({ name, required, neededBy }) => ({
		name,
		required,
		refused: !required && refuse.includes(name),
		goesOn: selection.length - neededBy.length
	}));
	const together = refusalOutcome(
		asked,
		columns.filter(({ refused }) => refused).map(({ name }) => name)
	);
	const needs = access.map(({ neededBy }) => new Set(neededBy));
	const stopping = new Set(together.stops);
	return {
		columns,
		rows: selection.map(({ code, required }) => ({
			code,
			required,
			cells: columns.map((column, index) => cellOf(column, needs[index]?.has(code) ?? false)),
			stops: stopping.has(code)
		})),
		granted: columns.filter(({ refused }) => !refused).map(({ name }) => name),
		together
	};
}

function cellOf({ required, refused }: MatrixColumn, isNeeded: boolean): MatrixCell {
	if (!isNeeded) return 'not-needed';
	if (required) return 'always';
	return refused ? 'stops' : 'needed';
}
