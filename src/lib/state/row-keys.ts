import type { Keyed } from './commands.ts';

/**
 * What keys do on a row of Vehicle Access; its list handles them (list-keys.ts), Space is the box’s
 * own. Apart from the other commands, since only what shows them loads them.
 */
export const ROW_KEYS = [
	{ id: 'move', shortcuts: [{ key: 'ArrowDown' }, { key: 'ArrowUp' }], where: 'row' },
	{ id: 'ends', shortcuts: [{ key: 'Home' }, { key: 'End' }], where: 'row' },
	{ id: 'group', shortcuts: [{ key: 'PageDown' }, { key: 'PageUp' }], where: 'row' },
	{ id: 'fold', shortcuts: [{ key: 'ArrowLeft' }, { key: 'ArrowRight' }], where: 'row' },
	{ id: 'pick', shortcuts: [{ key: ' ' }], where: 'row' },
	{ id: 'require', shortcuts: [{ key: 'r' }], where: 'row' },
	{ id: 'open', shortcuts: [{ key: 'Enter' }], where: 'row' },
	{ id: 'leave', shortcuts: [{ key: 'Escape' }], where: 'row' }
] as const satisfies readonly Keyed[];

export type RowKeysId = (typeof ROW_KEYS)[number]['id'];
