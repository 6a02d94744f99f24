import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = readdirSync('docs/decisions');

it('decisions are numbered one after the other, in their names and their headings', () => {
	const numbers = files.map((_, index) => String(index + 1).padStart(3, '0'));
	const begins = (name: string) => /^(?:# )?(\d{3})[-: ]/.exec(name)?.[1];
	expect(files.map(begins)).toEqual(numbers);
	expect(files.map((file) => begins(readFileSync(`docs/decisions/${file}`, 'utf8')))).toEqual(
		numbers
	);
});
