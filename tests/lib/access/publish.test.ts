import type { Access } from '#lib/access/derive.ts';
import { derive } from '#lib/access/derive.ts';
import { decidePublish } from '#lib/access/publish.ts';
import { MAX_REASON_LENGTH } from '#lib/access/publish-reason.ts';
import type { Purposes } from '#lib/access/purposes.ts';
import type { Selection } from '#lib/access/selection.ts';
import { describe, expect, it } from 'vitest';
import { smallCatalog } from './small-catalog.ts';

const catalog = smallCatalog({
	distance: ['read_odometer'],
	trip: ['read_location', 'read_odometer'],
	id: []
});

/** `distance trip!`: codes, with `!` behind those that are required. */
function pick(codes: string): Selection {
	return codes
		.split(' ')
		.filter(Boolean)
		.map((code) => ({ code: code.replace('!', ''), required: code.endsWith('!') }));
}

interface Published {
	readonly number: number;
	readonly selection: Selection;
	readonly access: Access;
	readonly purposes: Purposes;
}

function published(number: number, codes: string, purposes: Purposes = {}): Published {
	const selection = pick(codes);
	return { number, selection, access: derive(selection, catalog), purposes };
}

const REVISION = 7;

interface Case {
	readonly draft: string;
	readonly purposes?: Purposes;
	readonly current?: Published;
	readonly basedOn?: number | null;
	readonly revision?: number;
	readonly reason?: string;
}

function decide({ draft, current, revision = REVISION, reason = 'Because', ...given }: Case) {
	const { purposes = {} } = given;
	const basedOn = given.basedOn === undefined ? (current?.number ?? null) : given.basedOn;
	return decidePublish(
		{ basedOn, draftRevision: revision, message: reason },
		{ revision: REVISION, selection: pick(draft), purposes },
		current ?? null,
		catalog
	);
}

const ONE = published(4, 'distance');
const BOTH = published(4, 'distance trip');
const COUNTED = { read_odometer: 'We count kilometres.' };
const TOLD = published(4, 'distance', COUNTED);

describe('decidePublish', () => {
	it('locks in what the draft derives to, and the reason as it is kept', () => {
		const purposes = { read_vin: 'We wait.', read_location: 'We find it.' };
		expect(decide({ draft: 'distance trip!', purposes, reason: ' Because\r\nof it ' })).toEqual({
			kind: 'publish',
			version: {
				number: 1,
				selection: pick('distance trip!'),
				access: [
					{ name: 'read_location', required: true, neededBy: ['trip'], requiredBy: ['trip'] },
					{
						name: 'read_odometer',
						required: true,
						neededBy: ['distance', 'trip'],
						requiredBy: ['trip']
					}
				],
				purposes: { read_location: 'We find it.' },
				scope: 'required:read_location required:read_odometer',
				message: 'Because\nof it',
				verdict: 'widens',
				catalogRevision: catalog.revision
			}
		});
	});

	it.each<[string, Case, { number: number; verdict: string; message: string }]>([
		[
			'the first needs no reason',
			{ draft: 'trip', reason: '' },
			{ number: 1, verdict: 'widens', message: '' }
		],
		[
			'one that narrows needs none',
			{ draft: 'distance', current: BOTH, reason: '' },
			{ number: 5, verdict: 'narrows', message: '' }
		],
		[
			'one that asks for the same needs none',
			{ draft: 'trip', current: BOTH, reason: ' \n' },
			{ number: 5, verdict: 'none', message: '' }
		],
		[
			'one that tells another purpose alone needs none',
			{ draft: 'distance', purposes: COUNTED, current: ONE, reason: '' },
			{ number: 5, verdict: 'none', message: '' }
		],
		[
			'one that takes a purpose away needs none',
			{ draft: 'distance', current: TOLD, reason: '' },
			{ number: 5, verdict: 'none', message: '' }
		],
		[
			'one that widens gives one',
			{ draft: 'trip', current: ONE, reason: 'x' },
			{ number: 5, verdict: 'widens', message: 'x' }
		],
		[
			'a reason may be as long as allowed',
			{ draft: 'trip', reason: 'x'.repeat(MAX_REASON_LENGTH) },
			{ number: 1, verdict: 'widens', message: 'x'.repeat(MAX_REASON_LENGTH) }
		]
	])('publishes: %s', (_what, facts, version) => {
		expect(decide(facts)).toMatchObject({ kind: 'publish', version });
	});

	it.each<[string, Case, object]>([
		[
			'a draft that is no longer the one reviewed',
			{ draft: 'trip', revision: 6 },
			{ code: 'draft-changed' }
		],
		['no item', { draft: '' }, { code: 'empty' }],
		['items that need no permission', { draft: 'id' }, { code: 'empty' }],
		['what is published already', { draft: 'distance', current: ONE }, { code: 'unchanged' }],
		[
			'the purposes that are published already',
			{ draft: 'distance', purposes: { ...COUNTED, read_vin: 'Of nothing.' }, current: TOLD },
			{ code: 'unchanged' }
		],
		[
			'more without a reason',
			{ draft: 'trip', current: ONE, reason: '  ' },
			{ code: 'reason', field: 'reason', data: { code: 'reason-missing' } }
		],
		[
			'a reason without end, whatever it is for',
			{ draft: 'distance', current: BOTH, reason: 'x'.repeat(MAX_REASON_LENGTH + 1) },
			{ code: 'reason', data: { code: 'reason-too-long', length: MAX_REASON_LENGTH + 1 } }
		],
		[
			'a reason that cannot be read',
			{ draft: 'trip', reason: 'x\u202e' },
			{ code: 'reason', data: { code: 'reason-unprintable', character: 'U+202E' } }
		]
	])('refuses %s', (_what, facts, refusal) => {
		expect(decide(facts)).toMatchObject({ kind: 'refused', refusal });
	});

	it.each<[string, Case]>([
		['an earlier version', { draft: 'trip', current: ONE, basedOn: 3 }],
		['none', { draft: 'trip', current: ONE, basedOn: null }],
		[
			'an earlier version, whatever else is wrong',
			{ draft: '', current: ONE, basedOn: 3, revision: 6 }
		]
	])('is stale where the review compared with %s', (_what, facts) => {
		expect(decide(facts)).toEqual({ kind: 'stale', current: ONE });
	});
});
