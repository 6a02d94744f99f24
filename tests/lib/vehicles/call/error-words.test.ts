import { errorWords } from '#lib/vehicles/call/error-words.en.ts';
import { isPlatformErrorName, PLATFORM_ERRORS } from '#lib/vehicles/call/platform-errors.ts';
import { describe, expect, it } from 'vitest';

describe('errorWords', () => {
	it.each(Object.keys(PLATFORM_ERRORS).filter(isPlatformErrorName))(
		'says %s in a sentence',
		(name) => {
			const [type = '', code = null] = name.split(':');
			const { description } = errorWords({ type, code });
			expect(description).toMatch(/^[A-Z].*\.$/);
			expect(description).not.toContain(':');
		}
	);

	it('tells owners about their account and about nothing else', () => {
		const account = { type: 'CONNECTED_SERVICES_ACCOUNT', code: 'NO_VEHICLES' };
		expect(errorWords(account).suggestedUserMessage).toMatch(/\.$/);
		expect(errorWords({ type: 'SERVER', code: 'INTERNAL' }).suggestedUserMessage).toBeNull();
	});

	it('names an error that a test login asked for and nobody knows', () => {
		expect(errorWords({ type: 'UPSTREAM', code: 'UNKNOWN' }).description).toContain(
			'UPSTREAM:UNKNOWN'
		);
	});
});
