import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { CALLS, methodForm } from '#lib/access/calls/v2-calls.ts';
import { normalizeSelection } from '#lib/access/selection.ts';
import smartcar from 'smartcar';
import { describe, expect, it } from 'vitest';

const permissionsOf = (codes: readonly string[]) =>
	derive(normalizeSelection(codes.map((code) => ({ code, required: false }))), officialCatalog).map(
		({ name }) => name
	);

/** They reach every vehicle, or what the call itself names. */
const WITHOUT_AN_ITEM = [
	...['batch', 'constructor', 'disconnect', 'permissions', 'request'],
	...['getSignal', 'getSignals', 'subscribe', 'unsubscribe']
];

describe('a call of API v2', () => {
	it.each(CALLS)('$endpoint needs exactly what its items need', ({ endpoint, items }) => {
		expect(officialCatalog.item(endpoint)?.apiVersion).toBe('v2');
		expect(permissionsOf(items)).toEqual(permissionsOf([endpoint]));
	});

	it('is made by each method of the Node SDK that reads or does something', () => {
		const methods = CALLS.flatMap((call) => call.methods);
		expect(new Set(methods).size).toBe(methods.length);
		const calling = Object.getOwnPropertyNames(smartcar.Vehicle.prototype)
			.filter((name) => !WITHOUT_AN_ITEM.includes(name))
			.map(methodForm);
		expect(calling.filter((name) => !methods.includes(name))).toEqual([]);
		expect(calling).toContain('odometer');
	});
});
