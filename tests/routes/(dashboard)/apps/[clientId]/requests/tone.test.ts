import { expect, it } from 'vitest';
import { toneOf } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/requests/tone.ts';

it.each([
	[0, 'failed'],
	[200, 'well'],
	[302, 'well'],
	[399, 'well'],
	[400, 'refused'],
	[499, 'refused'],
	[500, 'failed'],
	[501, 'cannot'],
	[502, 'failed']
] as const)('an answer of %d is marked as %s', (status, tone) => {
	expect(toneOf(status)).toBe(tone);
});
