import { upTo } from '../../../../../src/routes/(dashboard)/apps/[clientId]/words.en.ts';
import { expect, it } from 'vitest';

it.each([
	[0, ''],
	[1, '1'],
	[99, '99'],
	[100, '99+']
])('%i of at most 100 is “%s” in a menu', (number, text) => {
	expect(upTo(number, 100)).toBe(text);
});
