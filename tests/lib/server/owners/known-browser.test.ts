import { BROWSER_KNOWN } from '#lib/owners/known-browser.ts';
import { knownAs, knownBrowser } from '#lib/server/owners/known-browser.ts';
import { keyOf } from '#lib/server/secret-key.ts';
import { expect, it } from 'vitest';
import { SAM } from '../../../support/owners.ts';
import { START, TEST_KEY } from '../../../support/storage.ts';

const shown = knownBrowser(TEST_KEY, SAM, START);
const as = (text: string | undefined, address = SAM, now = START) =>
	knownAs(TEST_KEY, address, text, now);

it('a browser is known for the address that it signed in to, and tells nothing of it', () => {
	expect(as(shown)).toMatch(/^[\da-f-]{36}$/);
	expect(as(shown, SAM, START + BROWSER_KNOWN - 1)).toBe(as(shown));
	expect(shown).not.toContain('sam');
	expect(as(knownBrowser(TEST_KEY, SAM, START))).not.toBe(as(shown));
});

const [id = '', at = '', proof = ''] = shown.split('.');
it.each([
	['shows nothing', undefined],
	['shows an empty text', ''],
	['made its own id', `${id.replace(/^./, (first) => (first === '0' ? '1' : '0'))}.${at}.${proof}`],
	['made itself younger', `${id}.${START + 1}.${proof}`],
	['made its own proof', `${id}.${at}.${'A'.repeat(43)}`],
	['leaves the proof out', `${id}.${at}`],
	['adds to it', `${shown}A`]
])('one that %s is a stranger', (_, text) => {
	expect(as(text)).toBeNull();
});

it('it is a stranger to another address, by another key, and after half a year', () => {
	expect(as(shown, 'eve@example.org')).toBeNull();
	expect(knownAs(keyOf('another'), SAM, shown, START)).toBeNull();
	expect(as(shown, SAM, START + BROWSER_KNOWN)).toBeNull();
});
