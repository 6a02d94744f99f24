import { readTold } from '#lib/webhooks/told.ts';
import { expect, it } from 'vitest';

const updated = (code: string) => ({
	type: 'SIGNAL_UPDATED',
	signal: { code, name: '', group: '' }
});
const error = { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE', state: 'ERROR' };

it.each([
	[{ data: { challenge: 'nsQs' } }, { kind: 'challenge' }],
	[{ data: { signals: [] }, triggers: [{ type: 'FIRST_DELIVERY' }] }, { kind: 'first-delivery' }],
	[
		{ data: { signals: [] }, triggers: [updated('a'), updated('b')] },
		{ kind: 'signals', codes: ['a', 'b'] }
	],
	[
		{ data: { errors: [error, { type: 'PERMISSION', code: null, state: 'RESOLVED' }] } },
		{
			kind: 'errors',
			errors: [
				{ state: 'ERROR', name: 'COMPATIBILITY:VEHICLE_NOT_CAPABLE' },
				{ state: 'RESOLVED', name: 'PERMISSION' }
			]
		}
	],
	[{}, { kind: 'other' }],
	[{ data: 'text' }, { kind: 'other' }],
	[[], { kind: 'other' }]
])('%j', (body, told) => {
	expect(readTold(JSON.stringify(body))).toEqual(told);
});

it('tells nothing of what is no JSON', () => {
	expect(readTold('{')).toEqual({ kind: 'other' });
});
