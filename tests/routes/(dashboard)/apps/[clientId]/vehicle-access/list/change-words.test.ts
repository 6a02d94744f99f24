import { normalizeSelection } from '#lib/access/selection.ts';
import { describe, expect, it } from 'vitest';
import {
	describeChange,
	type Step
} from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/list/change-words.ts';

/** `code` or, where it is Required, `code!`. */
const select = (text: string) =>
	normalizeSelection(
		text
			.split(' ')
			.filter(Boolean)
			.map((word) => ({ code: word.replace('!', ''), required: word.endsWith('!') }))
	);

const AMPERAGE = 'charge-amperage';
const VOLTAGE = 'charge-voltage';
const DISTANCE = 'odometer-traveleddistance';

describe('a change in one line', () => {
	it.each<[before: string, after: string, step: Step, says: string]>([
		['', '', 'edit', ''],
		[AMPERAGE, AMPERAGE, 'undo', ''],
		['', AMPERAGE, 'edit', 'Amperage added; adds read_charge'],
		[AMPERAGE, '', 'edit', 'Amperage removed; drops read_charge'],
		[AMPERAGE, `${AMPERAGE} ${VOLTAGE}`, 'edit', 'Voltage added; no new permission'],
		['', `${AMPERAGE} ${DISTANCE}`, 'edit', '2 items added; adds read_charge, read_odometer'],
		[AMPERAGE, `${AMPERAGE}!`, 'edit', 'Amperage required; no new permission'],
		[`${AMPERAGE}!`, AMPERAGE, 'edit', 'Amperage no longer required; no new permission'],
		[
			AMPERAGE,
			DISTANCE,
			'edit',
			'Traveled distance added; Amperage removed; adds read_odometer; drops read_charge'
		],
		[AMPERAGE, '', 'undo', 'Undone: Amperage added; drops read_charge'],
		['', AMPERAGE, 'undo', 'Undone: Amperage removed; adds read_charge'],
		['', AMPERAGE, 'redo', 'Redone: Amperage added; adds read_charge']
	])('%j to %j by %s', (before, after, step, says) => {
		expect(describeChange(select(before), select(after), step)).toBe(says);
	});
});
