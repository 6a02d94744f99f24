import { formatConfiguration, parseConfiguration } from '#lib/access/configuration.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { countAll, diffDrafts, lockIn } from '#lib/access/diff.ts';
import { lint } from '#lib/access/lint.ts';
import { mergePurposes } from '#lib/access/merge-purposes.ts';
import { decidePublish } from '#lib/access/publish.ts';
import {
	changedPurposes,
	purposesOf,
	toldOf,
	withPurpose,
	type Purposes
} from '#lib/access/purposes.ts';
import { formatScope } from '#lib/access/scope.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCanonicalSelection, anyPurposes } from './arbitrary.ts';

const BATTERY = { read_battery: 'We plan by it.' };
const BOTH: Purposes = { ...BATTERY, control_charge: 'We start at night.' };

describe('purposes', () => {
	it('are told of what is asked for alone, in the order of a scope', () => {
		const written = { control_charge: 'Last.', read_vin: 'Not asked.', read_battery: 'First.' };
		const asked = [{ name: 'control_charge' }, { name: 'read_battery' }] as const;
		expect(Object.entries(purposesOf(asked, written))).toEqual([
			['read_battery', 'First.'],
			['control_charge', 'Last.']
		]);
	});

	it.each<[string, Purposes, Purposes, readonly string[]]>([
		['nothing', BOTH, { ...BOTH }, []],
		['one that is new', BATTERY, BOTH, ['control_charge']],
		['one that is gone', BOTH, BATTERY, ['control_charge']],
		['another text', BATTERY, { read_battery: 'For fun.' }, ['read_battery']],
		[
			'what stops',
			BATTERY,
			{ read_battery: { purpose: BATTERY.read_battery, without: 'No plan.' } },
			['read_battery']
		],
		[
			'the same, written longer,',
			BATTERY,
			{ read_battery: { purpose: BATTERY.read_battery, without: '' } },
			[]
		]
	])('tell %s apart', (_, before, after, changed) => {
		expect(changedPurposes(before, after)).toEqual(changed);
	});

	it('take a text, and lose one to an empty text', () => {
		const night = { purpose: 'We start at night.', without: '' };
		expect(withPurpose(BATTERY, 'control_charge', night)).toEqual(BOTH);
		expect(withPurpose(BOTH, 'control_charge', { purpose: '', without: '' })).toEqual(BATTERY);
	});

	it('hold beside it what stops without it, and are a text alone where nothing does', () => {
		const both = { purpose: 'We plan by it.', without: 'No plan.' };
		const alone = { purpose: '', without: 'No plan.' };
		expect(withPurpose({}, 'read_battery', both)).toEqual({ read_battery: both });
		expect(withPurpose({}, 'read_battery', alone)).toEqual({ read_battery: alone });
		expect(withPurpose({ read_battery: both }, 'read_battery', { ...both, without: '' })).toEqual(
			BATTERY
		);
		expect(toldOf('We plan by it.')).toEqual({ purpose: 'We plan by it.', without: '' });
		expect(toldOf(undefined)).toEqual({ purpose: '', without: '' });
	});

	it.each<[string, Purposes, Purposes, Purposes, Purposes, readonly string[]]>([
		['what one side added', {}, BATTERY, {}, BATTERY, []],
		['what the other side added', {}, {}, BATTERY, BATTERY, []],
		['what both added alike', {}, BATTERY, BATTERY, BATTERY, []],
		['what one side took away', BOTH, BATTERY, BOTH, BATTERY, []],
		[
			'mine where both changed it',
			BATTERY,
			{ read_battery: 'A' },
			{},
			{ read_battery: 'A' },
			['read_battery']
		]
	])('merge and keep %s', (_, base, mine, theirs, merged, conflicts) => {
		expect(mergePurposes(base, mine, theirs)).toEqual({ merged, conflicts });
	});

	it('make no difference to what is asked for, nor to what a reviewer says of it', () => {
		fc.assert(
			fc.property(anyCanonicalSelection, anyPurposes, (selection, purposes) => {
				const access = derive(selection, officialCatalog);
				const locked = lockIn({ selection, purposes }, officialCatalog);
				expect(locked.access).toEqual(access);
				expect(formatScope(locked.access)).toBe(formatScope(access));
				const silent = { selection, purposes: {} };
				const diff = diffDrafts(silent, { selection, purposes }, officialCatalog);
				expect(diff.access.verdict).toBe('none');
				expect(countAll(diff)).toBe(Object.keys(locked.purposes).length);
				const about = { catalog: officialCatalog, today: '2026-11-23', filtered: false };
				expect(lint({ selection, access: locked.access, ...about })).toEqual(
					lint({ selection, access, ...about })
				);
			})
		);
	});

	it('are published as any change, without a reason, and never stand in the way', () => {
		fc.assert(
			fc.property(anyCanonicalSelection, anyPurposes, anyPurposes, (selection, before, after) => {
				const current = { number: 4, ...lockIn({ selection, purposes: before }, officialCatalog) };
				const draft = { revision: 7, selection, purposes: after };
				const request = { basedOn: 4, draftRevision: 7, message: '' };
				const decision = decidePublish(request, draft, current, officialCatalog);
				const { purposes } = lockIn(draft, officialCatalog);
				if (current.access.length === 0) {
					expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'empty' } });
				} else if (changedPurposes(current.purposes, purposes).length === 0) {
					expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'unchanged' } });
				} else {
					const scope = formatScope(current.access);
					const version = { number: 5, verdict: 'none', access: current.access, scope, purposes };
					expect(decision).toMatchObject({ kind: 'publish', version });
				}
			})
		);
	});

	it('come back from the text of the file, whatever they say', () => {
		fc.assert(
			fc.property(anyCanonicalSelection, anyPurposes, (selection, written) => {
				const { purposes } = lockIn({ selection, purposes: written }, officialCatalog);
				const text = formatConfiguration(selection, purposes);
				expect(parseConfiguration(JSON.parse(text))).toEqual({ ok: true, selection, purposes });
			})
		);
	});
});
