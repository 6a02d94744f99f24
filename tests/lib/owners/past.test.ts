import { parseScope } from '#lib/access/scope.ts';
import { byWhom } from '#lib/owners/by-whom.ts';
import { readPast, type PastConsent } from '#lib/owners/past.ts';
import { describe, expect, it } from 'vitest';

const ASKED = 'read_battery read_charge read_odometer';
let now = 0;
function consent(
	kind: PastConsent['kind'],
	granted: string,
	vehicles: readonly string[] = ['a'],
	by: PastConsent['by'] = kind === 'granted' ? 'account' : 'you'
): PastConsent {
	now += 1;
	const { permissions: asked } = parseScope(ASKED);
	const names = parseScope(granted).permissions.map(({ name }) => name);
	return { kind, by, vehicles, asked, granted: names, at: now };
}
function past(...consents: readonly PastConsent[]) {
	const since = consents[0]?.at ?? 0;
	const { notGiven, endedBy } = readPast(consents);
	return {
		notGiven: Object.fromEntries(
			[...notGiven].map(([name, one]) => [name, [one.how, one.by, one.at - since]])
		),
		endedBy: Object.fromEntries(endedBy)
	};
}

describe('how it came to be', () => {
	it('that a permission is not given: it was left out, or taken back since', () => {
		expect(
			past(consent('granted', 'read_battery read_charge'), consent('narrowed', 'read_battery'))
		).toEqual({
			notGiven: {
				read_odometer: ['left-out', 'account', 0],
				read_charge: ['taken-back', 'you', 1]
			},
			endedBy: {}
		});
	});

	it('goes by the last time: given again, then left out', () => {
		expect(
			past(
				consent('granted', ASKED),
				consent('narrowed', 'read_battery read_charge'),
				consent('granted', 'read_battery read_odometer')
			).notGiven
		).toEqual({ read_charge: ['left-out', 'account', 2] });
	});

	it('is told by the vehicle that gave it', () => {
		expect(
			past(
				consent('granted', ASKED, ['a', 'b']),
				consent('narrowed', 'read_battery read_charge', ['a', 'b'], 'another'),
				consent('narrowed', '', ['b'])
			)
		).toEqual({
			notGiven: {
				read_odometer: ['taken-back', 'another', 1],
				read_battery: ['taken-back', 'you', 2],
				read_charge: ['taken-back', 'you', 2]
			},
			endedBy: { b: 'you' }
		});
	});

	it('that a vehicle gives nothing: who ended it last, until it is given again', () => {
		const ended = consent('revoked', '', ['a', 'b'], 'app');
		const again = consent('granted', ASKED, ['a']);
		expect(past(consent('granted', ASKED), ended, again).endedBy).toEqual({ b: 'app' });
		expect(past(ended, again, consent('revoked', '', ['a'])).endedBy).toEqual({
			a: 'you',
			b: 'app'
		});
	});

	it('takes what is not known for given', () => {
		expect(past(consent('narrowed', 'read_battery')).notGiven).toEqual({
			read_charge: ['taken-back', 'you', 0],
			read_odometer: ['taken-back', 'you', 0]
		});
		expect(past()).toEqual({ notGiven: {}, endedBy: {} });
	});
});

it.each([
	['app', null, 'app'],
	['operator', 'me', 'operator'],
	['owner', null, 'account'],
	['owner', 'me', 'you'],
	['owner', 'eve', 'another']
] as const)('by %s, owner %s, is told as %s', (by, ownerId, told) => {
	expect(byWhom({ by, ownerId }, 'me')).toBe(told);
});
