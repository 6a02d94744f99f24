import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { parseScope } from '#lib/access/scope.ts';
import { SCREENS } from '#lib/connect/session-data.ts';
import { formatChoices, parseChoices, tallySteps } from '#lib/connect/session-tally.ts';
import { describe, expect, it } from 'vitest';

describe('tallySteps', () => {
	it.each([
		['', null, false],
		['preamble', 'preamble', false],
		['preamble brand', 'brand', false],
		['preamble unsupported', 'brand', true],
		['preamble brand unsupported login', 'login', true],
		['preamble login grant finish', 'grant', false],
		['preamble finish', 'preamble', false],
		['finish', null, false]
	])('the steps “%s” come as far as %s', (screens, furthest, unsupported) => {
		const steps = SCREENS.filter((screen) => screens.split(' ').includes(screen));
		expect(tallySteps(steps.map((screen, at) => ({ screen, at })))).toEqual({
			furthest,
			unsupported
		});
	});
});

describe('formatChoices', () => {
	it.each([
		['', '', ''],
		['required:read_battery', '', ''],
		['read_battery read_vin', '', 'read_battery read_vin'],
		['required:read_battery read_odometer read_vin', 'read_vin', 'read_odometer -read_vin']
	])('of “%s” with “%s” refused it says “%s”', (scope, refused, text) => {
		const names = PERMISSION_NAMES.filter((name) => refused.split(' ').includes(name));
		expect(formatChoices(parseScope(scope).permissions, names)).toBe(text);
	});
});

describe('parseChoices', () => {
	it('reads what was refused and what was not, and leaves out what nobody knows', () => {
		expect(parseChoices('read_odometer -read_vin read_mind -')).toEqual([
			{ name: 'read_odometer', refused: false },
			{ name: 'read_vin', refused: true }
		]);
		expect(parseChoices('')).toEqual([]);
	});
});
