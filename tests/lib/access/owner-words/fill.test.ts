import { ENGLISH } from '#lib/access/owner-words/en.ts';
import { fill, fillWords } from '#lib/access/owner-words/fill.ts';
import { describe, expect, it } from 'vitest';

describe('fill', () => {
	it.each([
		['{app} never sees it', { app: 'Charge' }, 'Charge never sees it'],
		['{app} and {app}', { app: 'Charge' }, 'Charge and Charge'],
		['{app} for {reason}', { app: 'Charge' }, 'Charge for {reason}'],
		['{app}', { app: '{reason}', reason: 'VIN' }, '{reason}'],
		['{app}', { app: '$& $1' }, '$& $1'],
		['{app}', { app: '' }, ''],
		['{constructor}', { app: 'Charge' }, '{constructor}'],
		['{App} { app } {}', { app: 'Charge' }, '{App} { app } {}']
	])('%j with %j reads %j', (text, values, filled) => {
		expect(fill(text, values)).toBe(filled);
	});
});

describe('fillWords', () => {
	it('fills every word and leaves the given ones alone', () => {
		const words = fillWords(ENGLISH, { app: 'Charge Planner' });
		expect(words.preamblePassword).toBe('Charge Planner never sees your password.');
		expect(words.loginTitle).toBe('Sign in to your {make} account');
		expect(words.country).toBe('Country');
		expect(Object.keys(words)).toEqual(Object.keys(ENGLISH));
		expect(ENGLISH.preamblePassword).toBe('{app} never sees your password.');
	});
});
