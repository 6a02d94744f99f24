import type { Cell, MarkName } from './cells.ts';

const RARER: readonly MarkName[] = ['not-now', 'no-value', 'failing'];

/** Marks that a legend explains only where some cell has them. */
export function rarerMarks(cells: readonly Cell[]): readonly Pick<Cell, 'mark' | 'status'>[] {
	return RARER.flatMap((name) => {
		const found = cells.find(({ mark }) => mark === name);
		return found ? [{ mark: name, status: found.status }] : [];
	});
}
