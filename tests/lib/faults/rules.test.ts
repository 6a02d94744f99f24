import { deliveryRulesOf, rulesOf, type FaultRule, type MetCall } from '#lib/faults/rules.ts';
import { describe, expect, it } from 'vitest';

const APP = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const CAR = '3d9b6c1e-8a47-4f52-b0d3-7c5e2a9f4d18';
const OWN = '9a0b6c1e-8a47-4f52-b0d3-7c5e2a9f4d18';

const rule = (facts: Partial<FaultRule> = {}): FaultRule => ({
	id: 'one',
	clientId: null,
	vehicleId: null,
	path: null,
	fault: 'DROP',
	amount: null,
	times: null,
	used: 0,
	isOn: true,
	...facts
});

const CALL: MetCall = {
	dialect: 'v2',
	method: 'GET',
	route: '/v2.0/vehicles/[vehicleId]/odometer',
	path: `/v2.0/vehicles/${CAR}/odometer`,
	within: null,
	clientId: APP,
	vehicleIds: [CAR, OWN]
};

describe('a rule', () => {
	it.each<[string, Partial<FaultRule>, boolean]>([
		['of everything', {}, true],
		['that is off', { isOn: false }, false],
		['that is used up', { times: 2, used: 2 }, false],
		['with one left', { times: 2, used: 1 }, true],
		['of the application', { clientId: APP }, true],
		['of another', { clientId: OWN }, false],
		['of the vehicle, as it is told', { vehicleId: CAR }, true],
		['of the vehicle, by its own id', { vehicleId: OWN.toUpperCase() }, true],
		['of another vehicle', { vehicleId: APP }, false],
		['of the path', { path: `/v2.0/vehicles/${CAR}/odometer` }, true],
		['of the path with a star and a slash', { path: '/V2.0/vehicles/*/odometer/' }, true],
		['of a longer path', { path: '/v2.0/vehicles/*/odometer/*' }, false],
		['of a shorter one', { path: '/v2.0/vehicles/*' }, false],
		['of another API', { path: '/v3/vehicles/*/odometer' }, false],
		['of a name that is not known', { fault: 'NO_SUCH' }, false],
		['of a delivery', { fault: 'WEBHOOK_DUPLICATE' }, false],
		['of what cannot be there', { fault: 'HOLD_202' }, false],
		['of an error that v3 alone has', { fault: 'AUTHENTICATION:ACCESS_DENIED' }, false],
		['of an error that v2 calls otherwise', { fault: 'PERMISSION:UNKNOWN' }, true]
	])('%s fits or does not', (_what, facts, fits) => {
		expect(rulesOf([rule(facts)], CALL)).toHaveLength(fits ? 1 : 0);
	});

	it('that comes first is the first', () => {
		const rules = [rule({ id: 'off', isOn: false }), rule({ id: 'b' }), rule({ id: 'a' })];
		expect(rulesOf(rules, CALL).map((fitting) => fitting.rule.id)).toEqual(['b', 'a']);
	});

	it.each<[string, Partial<FaultRule>, boolean]>([
		['of its path', { path: '/v2.0/vehicles/*/odometer' }, true],
		['of everything, which met the whole', {}, false],
		['of a path that is the whole as well', { path: '/v2.0/vehicles/*/*' }, false],
		['that cuts a connection', { path: '/v2.0/vehicles/*/odometer', fault: 'DROP' }, false]
	])('%s meets a part of a batch or does not', (_what, facts, fits) => {
		const part: MetCall = { ...CALL, within: `/v2.0/vehicles/${CAR}/batch` };
		expect(rulesOf([rule({ fault: 'LATENCY', ...facts })], part)).toHaveLength(fits ? 1 : 0);
	});

	it('of one vehicle leaves alone what is about none', () => {
		const call: MetCall = { ...CALL, route: '/v2.0/user', path: '/v2.0/user', vehicleIds: [] };
		expect(rulesOf([rule({ vehicleId: CAR })], call)).toEqual([]);
		expect(rulesOf([rule()], call)).toHaveLength(1);
	});
});

describe('a rule for deliveries', () => {
	const delivery = { clientId: APP, vehicleIds: [OWN] };

	it.each<[Partial<FaultRule>, boolean]>([
		[{ fault: 'WEBHOOK_DUPLICATE' }, true],
		[{ fault: 'WEBHOOK_DELAY', clientId: APP, vehicleId: OWN, times: 1 }, true],
		[{ fault: 'WEBHOOK_DELAY', times: 1, used: 1 }, false],
		[{ fault: 'WEBHOOK_DELAY', isOn: false }, false],
		[{ fault: 'WEBHOOK_DELAY', clientId: OWN }, false],
		[{ fault: 'DROP' }, false]
	])('%o fits or does not', (facts, fits) => {
		expect(deliveryRulesOf([rule(facts)], delivery)).toHaveLength(fits ? 1 : 0);
	});
});
