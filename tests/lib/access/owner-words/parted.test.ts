import { parted } from '#lib/access/owner-words/parted.ts';
import { expect, it } from 'vitest';

it.each([
	[[], ''],
	[['Battery'], 'Battery'],
	[['Battery', 'Make, model and year'], 'Battery\u00a0· Make, model and year']
])('parts %j by dots, each kept with what stands before it', (names, text) => {
	expect(parted(names)).toBe(text);
});
