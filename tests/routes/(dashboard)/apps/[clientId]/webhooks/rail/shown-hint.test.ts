import type { Hint } from '#lib/webhooks/hints.ts';
import { expect, it } from 'vitest';
import { shownHint } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/webhooks/rail/shown-hint.ts';

const FAILS: Hint = {
	code: 'fails',
	isUrgent: true,
	count: 3,
	event: { id: 7, at: 1 },
	status: 500,
	codes: []
};

it('says what was answered, how often, and leads to the delivery', () => {
	expect(shownHint(FAILS, new Map([[7, 'event-7']]))).toEqual({
		code: 'fails',
		isUrgent: true,
		title: 'It failed.',
		text: 'It answered 500. Its answer stands in the delivery. Keep the event first and work on it after the answer.',
		codes: '',
		often: 'That happened to 3 events of the last 100.',
		eventId: 'event-7'
	});
});

it('says no more than there is', () => {
	const silent: Hint = {
		...{ code: 'silent-triggers', isUrgent: false, count: 1, event: null, status: null },
		codes: ['charge-ischarging', 'closure-islocked']
	};
	expect(shownHint(silent, new Map())).toMatchObject({
		text: 'No subscribed car has them, so they stay silent.',
		codes: 'charge-ischarging and closure-islocked',
		often: '',
		eventId: null
	});
	expect(shownHint(FAILS, new Map()).eventId).toBeNull();
});
