import { expect, it } from 'vitest';
import {
	closed,
	formatView,
	readView
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/webhooks/view.ts';

const read = (query: string) => readView(new URLSearchParams(query));

it('is all of the first webhook where nothing is said', () => {
	expect(read('')).toEqual({
		webhook: null,
		state: null,
		type: null,
		vehicleId: null,
		edge: null,
		delivery: null,
		attempt: null,
		received: '',
		about: null,
		moment: ''
	});
	expect(formatView(read(''))).toBe('?');
});

it.each([
	'?webhook=a&state=dropped&type=VEHICLE_ERROR&vehicle=b&older=12',
	'?newer=7&delivery=e&attempt=2&received=ab',
	'?about=b&moment=2026-11-27T13%3A40%3A12'
])('is what its address says: %s', (query) => {
	expect(formatView(read(query))).toBe(query);
});

it.each(['state=lost', 'type=OTHER', 'older=x', 'attempt=-1'])('takes %s for nothing', (query) => {
	expect(formatView(read(query))).toBe('?');
});

it('keeps of what is written no more than anybody writes', () => {
	expect(read(`moment=${'1'.repeat(100)}&received=${'a'.repeat(400)}`)).toMatchObject({
		moment: '1'.repeat(60),
		received: 'a'.repeat(300)
	});
});

it('keeps the list where a delivery is closed', () => {
	const view = read('webhook=a&state=dropped&older=12&delivery=e&attempt=2&received=ab');
	expect(formatView(closed(view))).toBe('?webhook=a&state=dropped&older=12');
});
