import { BROWSER_KNOWN, isKnown } from '#lib/owners/known-browser.ts';
import { expect, it } from 'vitest';
import { START } from '../../support/storage.ts';

it.each([
	[0, true],
	[BROWSER_KNOWN - 1, true],
	[BROWSER_KNOWN, false],
	// The clock was put back: a little, and more.
	[-60_000, true],
	[-60_001, false]
])('a browser that signed in %d ms ago is known: %s', (ago, known) => {
	expect(isKnown(START - ago, START)).toBe(known);
});

it('that is half a year', () => {
	expect(BROWSER_KNOWN / (24 * 60 * 60_000)).toBe(180);
});
