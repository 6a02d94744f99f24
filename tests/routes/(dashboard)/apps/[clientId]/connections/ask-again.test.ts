import { describe, expect, it } from 'vitest';
import { askAgainPath } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/connections/ask-again.ts';

const simulated = { mode: 'simulated', account: { make: 'CHEVROLET' } };

describe('askAgainPath', () => {
	it.each([
		['u 1', 'customer-42', '&user=u%201&external_id=customer-42'],
		['u-1', null, '&user=u-1'],
		[null, null, '']
	])('forces the consent screen for user %s and external id %s', (user, externalId, ids) => {
		expect(askAgainPath('the-id', { ...simulated, user, externalId })).toBe(
			`/sandbox/start?response_type=code&client_id=the-id&approval_prompt=force&mode=simulated&make=CHEVROLET${ids}`
		);
	});

	it('leaves the mode out where the vehicle account is a live one', () => {
		const live = { ...simulated, mode: 'live', user: null, externalId: null };
		expect(askAgainPath('the-id', live)).not.toContain('mode=');
	});
});
