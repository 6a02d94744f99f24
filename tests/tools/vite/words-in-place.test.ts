import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../tools/vite/words-in-place.ts';

describe('partsOf', () => {
	it.each([
		[(name: string) => `All of ${name}`, ['All of ', 0]],
		[(name: string, count: number) => `${count} of “${name}”.`, [1, ' of “', 0, '”.']],
		[(name: string) => `a \`b\` \u00a0${name}`, ['a `b` \u00a0', 0]]
	])('takes %s apart', (message, parts) => {
		expect(partsOf(message)).toEqual(parts);
	});

	it.each([
		(count: number) => (count === 1 ? 'one' : `${count} of them`),
		(count: number) => `${count} and ${count + 1}`,
		(name: string) => `${name} and ${name}`,
		(name: string, other: string) => `${name}${other.length}`,
		(name: string) => 'All of '.concat(name),
		() => 'All'
	])('has %s called', (message) => {
		expect(partsOf(message)).toBeNull();
	});
});
