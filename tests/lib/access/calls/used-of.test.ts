import { usedOf } from '#lib/access/calls/used-of.ts';
import { expect, it } from 'vitest';

it('tells what was named, by a call or a webhook, from what lists alone told', () => {
	const uses = [
		{ code: 'named', calls: 2, listed: 0 },
		{ code: 'named-once', calls: 3, listed: 2 },
		{ code: 'listed', calls: 2, listed: 2 }
	];
	expect(usedOf(uses, ['hooked'])).toEqual({
		named: ['named', 'named-once', 'hooked'],
		listed: ['listed']
	});
});
