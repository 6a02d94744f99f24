import { decideRevocation } from '#lib/connect/token/revocation.ts';
import { expect, it } from 'vitest';

it.each([
	['ours', 'access', 'access-token'],
	['ours', 'refresh', 'consent'],
	['theirs', 'access', 'nothing'],
	['theirs', 'refresh', 'nothing']
] as const)('revoking the %s application’s %s token ends %s', (clientId, kind, ends) => {
	expect(decideRevocation({ clientId, kind }, 'ours')).toBe(ends);
});
