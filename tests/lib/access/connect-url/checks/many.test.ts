import { checkConnect } from '#lib/access/connect-url/check.ts';
import { checkStateLength, MAX_STATE_LENGTH } from '#lib/access/connect-url/checks/state.ts';
import type { ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import { describe, expect, it } from 'vitest';
import { clientId } from './check-table.ts';

describe('a link for many owners', () => {
	const codes = (parameters: ConnectParameters, forMany: boolean) =>
		checkConnect({ clientId, state: 's', ...parameters }, { makes: [], forMany }).map(
			({ parameter, code }) => `${parameter} ${code}`
		);

	it.each<readonly [ConnectParameters, readonly string[], readonly string[]]>([
		[{}, ['state fixed-state'], []],
		[{ state: '' }, [], ['state no-state']],
		[
			{ user: 'u' },
			['state fixed-state', 'user same-for-all', 'user not-returned'],
			['user not-returned']
		],
		[{ externalId: 'e' }, ['state fixed-state', 'external_id same-for-all'], []],
		[
			{ externalId: 'null' },
			['state fixed-state', 'external_id clears-external-id'],
			['external_id clears-external-id']
		]
	])('%j is told what they would share, one for one is not', (parameters, many, one) => {
		expect(codes(parameters, true)).toEqual(many);
		expect(codes(parameters, false)).toEqual(one);
	});
});

describe('a state', () => {
	it('has at most 2048 characters', () => {
		const codes = (length: number) =>
			checkStateLength({ parameters: { state: 'x'.repeat(length) } }, { makes: [] }).map(
				({ code }) => code
			);
		expect(MAX_STATE_LENGTH).toBe(2048);
		expect([codes(2048), codes(2049)]).toEqual([[], ['state-too-long']]);
	});
});
