import { stepNumber } from '#lib/connect/journey/step-number.ts';
import { expect, it } from 'vitest';

it.each([
	['preamble', 1],
	['brand', 2],
	['login', 2],
	['unsupported', 2],
	['grant', 3],
	['finish', 4]
] as const)('the screen %s is step %i of 4', (screen, step) => {
	expect(stepNumber(screen, { responseType: 'code' })).toEqual({ step, of: 4 });
	expect(stepNumber(screen, { responseType: 'none' })).toEqual({ step, of: 4 });
});

it.each([
	['preamble', 1],
	['login', 2],
	['finish', 3]
] as const)('of a new sign-in, where nothing is decided, %s is step %i of 3', (screen, step) => {
	expect(stepNumber(screen, { responseType: 'vehicle_id' })).toEqual({ step, of: 3 });
});
