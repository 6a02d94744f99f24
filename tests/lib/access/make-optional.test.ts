import { derive } from '#lib/access/derive.ts';
import { makeOptional } from '#lib/access/make-optional.ts';
import { formatScope } from '#lib/access/scope-format.ts';
import { describe, expect, it } from 'vitest';
import { smallCatalog } from './small-catalog.ts';

const catalog = smallCatalog({
	place: ['read_location'],
	trip: ['read_location', 'read_odometer'],
	range: ['read_battery']
});

const selection = [
	{ code: 'place', required: true },
	{ code: 'range', required: true },
	{ code: 'trip', required: true }
];

describe('makeOptional', () => {
	it.each([
		['read_location', 'required:read_battery read_location read_odometer'],
		['read_odometer', 'required:read_battery required:read_location read_odometer'],
		['read_vin', 'required:read_battery required:read_location required:read_odometer']
	] as const)('frees %s from whatever locks it: %s', (name, scope) => {
		const freed = makeOptional(selection, name, catalog);
		expect(formatScope(derive(freed, catalog))).toBe(scope);
		expect(freed.map(({ code }) => code)).toEqual(['place', 'range', 'trip']);
	});
});
