import { readFileSync } from 'node:fs';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { findPreset, PRESETS } from '#lib/access/presets/presets.ts';
import { priceOf } from '#lib/access/price.ts';
import { formatScope } from '#lib/access/scope-format.ts';
import { normalizeSelection } from '#lib/access/selection.ts';
import { describe, expect, it } from 'vitest';

const sections = readFileSync('docs/presets.md', 'utf8').split('\n## ').slice(1);

describe('a purpose to start from', () => {
	it.each([
		['smart-charging', 8, 'required:read_battery read_charge control_charge', []],
		['mileage', 4, 'required:read_odometer read_vehicle_info', []],
		[
			'fleet-health',
			9,
			'required:read_diagnostics read_engine_oil read_odometer read_service_history read_tires',
			[]
		],
		[
			'theft-recovery',
			5,
			'required:read_location read_security read_vin control_security',
			['read_location', 'read_vin', 'control_security']
		],
		['pay-per-use-insurance', 2, 'required:read_odometer required:read_vin', ['read_vin']]
	])('asks by “%s” for %i items: %s', (id, items, scope, sensitive) => {
		const { selection } = findPreset(id) ?? { selection: [] };
		const price = priceOf(selection, officialCatalog);
		expect([price.items, formatScope(price.access), price.sensitive]).toEqual([
			items,
			scope,
			sensitive
		]);
	});

	it('is known by its id alone', () => {
		expect(findPreset('Smart charging')).toBeNull();
		expect(findPreset('')).toBeNull();
	});

	it.each(PRESETS)('$id is canonical and holds nothing of API v2', ({ selection }) => {
		expect(normalizeSelection(selection)).toEqual(selection);
		expect(selection.map(({ code }) => officialCatalog.item(code)?.apiVersion)).toEqual(
			selection.map(() => 'v3')
		);
	});

	it.each(PRESETS.map((preset, at) => ({ ...preset, section: sections[at] ?? '' })))(
		'$id has its scope and a reason for each item in the docs, and no other item',
		({ selection, section }) => {
			expect(section).toContain(`\`${formatScope(derive(selection, officialCatalog))}\``);
			const reasoned = section
				.split('\n')
				.filter((line) => line.startsWith('| `'))
				.flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)])
				.map(([, code]) => code);
			expect(reasoned.sort()).toEqual(selection.map(({ code }) => code).sort());
		}
	);
});
