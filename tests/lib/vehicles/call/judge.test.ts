import { officialCatalog } from '#lib/access/catalog/official.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import {
	judgeCall,
	reachesVehicle,
	type CallFacts,
	type CallJudgement
} from '#lib/vehicles/call/judge.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ORDINARY: CallFacts = {
	permissions: ['read_odometer'],
	granted: ['read_odometer', 'read_battery'],
	capable: true,
	fault: null,
	account: { passwordCurrent: true, vehicleDeleted: false },
	plan: { limit: null, calls: 0 }
};

const ALLOWED = { kind: 'allowed' } as const;
const BILLING = { kind: 'billing', code: 'VEHICLE_REQUEST_LIMIT' } as const;
const SIGN_IN = { kind: 'account', code: 'AUTHENTICATION_FAILED' } as const;
const MISSING = { kind: 'account', code: 'VEHICLE_MISSING' } as const;
const FAULT = { kind: 'fault', type: 'VEHICLE_STATE', code: 'ASLEEP' } as const;
const NOT_CAPABLE = { kind: 'not-capable' } as const;

const OLD_PASSWORD = { passwordCurrent: false, vehicleDeleted: false };
const DELETED = { passwordCurrent: true, vehicleDeleted: true };

describe('what becomes of a call', () => {
	it.each<[string, Partial<CallFacts>, CallJudgement]>([
		['nothing is in the way', {}, ALLOWED],
		['the item needs no permission', { permissions: [], granted: [] }, ALLOWED],
		[
			'one of two permissions is granted',
			{ permissions: ['read_odometer', 'read_vin'] },
			{ kind: 'not-granted', missing: ['read_vin'] }
		],
		[
			'none is granted, and the vehicle cannot either',
			{ granted: [], capable: false },
			{ kind: 'not-granted', missing: ['read_odometer'] }
		],
		['the last call of the plan is left', { plan: { limit: 5, calls: 4 } }, ALLOWED],
		['the plan is used up', { plan: { limit: 5, calls: 5 } }, BILLING],
		['the plan was lowered since', { plan: { limit: 5, calls: 9 } }, BILLING],
		['the plan allows nothing', { plan: { limit: 0, calls: 0 } }, BILLING],
		['nobody counts', { plan: { limit: null, calls: 1_000_000 } }, ALLOWED],
		['the password was changed', { account: OLD_PASSWORD }, SIGN_IN],
		['the vehicle was taken off the account', { account: DELETED }, MISSING],
		[
			'who cannot sign in cannot tell that it is gone',
			{ account: { passwordCurrent: false, vehicleDeleted: true } },
			SIGN_IN
		],
		[
			'the plan is used up before the account is asked',
			{ plan: { limit: 0, calls: 0 }, account: OLD_PASSWORD },
			BILLING
		],
		['the test login says so', { fault: 'VEHICLE_STATE:ASLEEP' }, FAULT],
		['every call of that login fails', { fault: 'VEHICLE_STATE:ASLEEP', capable: false }, FAULT],
		['the account is asked first', { fault: 'VEHICLE_STATE:ASLEEP', account: DELETED }, MISSING],
		['the vehicle cannot', { capable: false }, NOT_CAPABLE]
	])('%s', (_why, facts, judgement) => {
		expect(judgeCall({ ...ORDINARY, ...facts })).toEqual(judgement);
	});

	it('counts what the vehicle is asked for, and nothing else', () => {
		const all = [ALLOWED, BILLING, SIGN_IN, MISSING, FAULT, NOT_CAPABLE];
		expect(all.filter(reachesVehicle)).toEqual([ALLOWED, FAULT]);
		expect(reachesVehicle({ kind: 'not-granted', missing: ['read_vin'] })).toBe(false);
	});
});

describe('any permissions, vehicle and signal', () => {
	it('get one of three answers while account and plan are in order', () => {
		fc.assert(
			fc.property(
				fc.subarray([...PERMISSION_NAMES]),
				fc.constantFrom(...PROFILES),
				fc.constantFrom(...officialCatalog.items.filter(({ kind }) => kind === 'signal')),
				(granted, profile, { code, permissions }) => {
					const codes = new Set<string>(signalsOf(profile));
					const capable = codes.has(code);
					const { kind } = judgeCall({ ...ORDINARY, permissions, granted, capable });
					const reached = permissions.every((name) => granted.includes(name));
					const told = { 'not-granted': !reached, allowed: reached && capable };
					const expected = Object.entries(told).find(([, holds]) => holds)?.[0] ?? 'not-capable';
					expect(kind).toBe(expected);
				}
			),
			{ numRuns: 500 }
		);
	});

	it('names what is missing, whatever else is wrong', () => {
		fc.assert(
			fc.property(
				fc.subarray([...PERMISSION_NAMES]),
				fc.subarray([...PERMISSION_NAMES]),
				fc.record({ passwordCurrent: fc.boolean(), vehicleDeleted: fc.boolean() }),
				fc.record({ limit: fc.option(fc.nat(3)), calls: fc.nat(3) }),
				fc.boolean(),
				(permissions, granted, account, plan, capable) => {
					const judged = judgeCall({ permissions, granted, account, plan, capable, fault: null });
					const missing = permissions.filter((name) => !granted.includes(name));
					if (missing.length > 0) expect(judged).toEqual({ kind: 'not-granted', missing });
					else expect(judged.kind).not.toBe('not-granted');
				}
			)
		);
	});
});
