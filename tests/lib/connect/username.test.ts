import { readUsername } from '#lib/connect/username.ts';
import { expect, it } from 'vitest';

it('a user name is kept as it is seen', () => {
	expect(readUsername(' sam@owner.example\t')).toBe('sam@owner.example');
	expect(readUsername('+49 151 2345')).toBe('+49 151 2345');
	expect(readUsername('Zoe\u0308@owner.example')).toBe('Zoë@owner.example');
});

it('what cannot be seen, or turns the text, is no part of it', () => {
	expect(readUsername('\u202Esam\u2069@\u200Bowner.example\u0000')).toBe('sam@owner.example');
	expect(readUsername('\u2066\uFEFF \u200D')).toBe('');
});
