import { expect, it } from 'vitest';
import { explainEmptyList } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/connections/empty-list.ts';

const ALL = { search: '', onlyLacking: false, onlyEnded: false, lacks: null };

it.each([
	[{ onlyLacking: true }, 3, 'Nothing is lacking', 'version 3', 'Show all 12', '?'],
	[{ onlyLacking: true }, null, 'Nothing is lacking', 'Nothing is published', 'Show all 12', '?'],
	[
		{ lacks: 'read_vin' },
		3,
		'No connection lacks read_vin',
		'granted read_vin',
		'Show all 12',
		'?'
	],
	[{ onlyEnded: true }, 3, 'No connection has ended', 'stays here', 'Show all 12', '?'],
	[{ search: 'a' }, 3, 'No connection is found', '“a”', 'Clear the search', '?'],
	[
		{ search: 'a', lacks: 'read_vin' },
		3,
		'No connection is found',
		'“a”',
		'Clear the search',
		'?lacks=read_vin'
	],
	[
		{ search: 'a', onlyEnded: true },
		3,
		'No connection is found',
		'“a”',
		'Clear the search',
		'?ended=true'
	]
] as const)(
	'an empty list of %j says why, with one way on',
	(view, version, title, text, act, href) => {
		const told = explainEmptyList({ ...ALL, ...view }, { all: 12, version });
		expect(told).toMatchObject({ title, act, href });
		expect(told.text).toContain(text);
	}
);
