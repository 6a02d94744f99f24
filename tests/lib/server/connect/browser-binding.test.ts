import { formToken, isFormToken } from '#lib/server/connect/browser-binding.ts';
import { describe, expect, it } from 'vitest';

describe('formToken', () => {
	it('is known to the browser of the session alone', () => {
		const token = formToken('browser', 'session');
		expect(token).toMatch(/^[\w-]{43}$/);
		expect(isFormToken(token, 'browser', 'session')).toBe(true);
		expect(isFormToken(token, 'another', 'session')).toBe(false);
		expect(isFormToken(token, 'browser', 'another')).toBe(false);
	});

	it.each(['', 'x', 'ä'.repeat(43), 'x'.repeat(43), 'x'.repeat(10_000)])(
		'is not guessed as %j',
		(token) => {
			expect(isFormToken(token, 'browser', 'session')).toBe(false);
		}
	);
});
