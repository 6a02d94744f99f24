import { describe, expect, it } from 'vitest';
import { askAgainUrl } from '../../src/routes/(dashboard)/apps/[clientId]/connections/ask-again.ts';

const ORIGIN = 'http://localhost:3000';
const owner = { mode: 'simulated', make: 'CHEVROLET' };

describe('askAgainUrl', () => {
	it.each([
		['u 1', 'customer-42', '&user=u%201&external_id=customer-42'],
		['u-1', null, '&user=u-1'],
		[null, null, '']
	])('forces the consent screen for user %s and external id %s', (user, externalId, ids) => {
		expect(askAgainUrl('the-id', { owner, user, externalId }, ORIGIN)).toBe(
			`${ORIGIN}/oauth/authorize?response_type=code&client_id=the-id&approval_prompt=force&mode=simulated&make=CHEVROLET${ids}`
		);
	});

	it('leaves the mode out where the vehicle account is a live one', () => {
		const live = { owner: { ...owner, mode: 'live' }, user: null, externalId: null };
		expect(askAgainUrl('the-id', live, ORIGIN)).not.toContain('mode=');
	});
});
