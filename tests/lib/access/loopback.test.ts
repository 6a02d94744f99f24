import { isLoopbackName } from '#lib/access/loopback.ts';
import { expect, it } from 'vitest';

it.each([
	['localhost', true],
	['127.0.0.1', true],
	['[::1]', true],
	['::1', false],
	['127.0.0.2', false],
	['localhost.evil.com', false],
	['', false]
])('%j is a name of this machine in a URL: %s', (host, expected) => {
	expect(isLoopbackName(host)).toBe(expected);
});
