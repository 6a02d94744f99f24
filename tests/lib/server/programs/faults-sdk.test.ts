import { dialectOf } from '#lib/access/program-address.ts';
import { FAULTS, faultNamed, type Fault, type FaultName } from '#lib/faults/faults.ts';
import { meets, type CalledAddress } from '#lib/faults/meets.ts';
import { makeManagementToken } from '#lib/server/applications/management-token.ts';
import { listRules, replaceRules } from '#lib/server/faults/rules.ts';
import { errorIn } from '#lib/vehicles/call/error-apis.ts';
import { platformError } from '#lib/vehicles/call/platform-errors.ts';
import smartcar from 'smartcar';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { beginProof, type Proof } from '../../../support/proof.ts';
import { LAST_METHODS, METHODS, type SdkWorld } from '../../../support/sdk/every-method.ts';
import { VEHICLE_CALLS } from '../../../support/sdk/vehicle-calls.ts';
import { useSqlite } from '../../../support/storage.ts';

// How often a rule is spent is told by tests of its own, on both engines.
const storage = useSqlite();
let proof: Proof;
/** Of the last request: what was called, and with which status and body it was answered. */
let last: CalledAddress & { status: number | null; body: string; fault: string | undefined };
beforeEach(async () => {
	proof = await beginProof(storage, {
		record({ envelope, request, pathname }, answer) {
			last = {
				dialect: dialectOf(pathname),
				method: request.method,
				route: envelope.route ?? '',
				status: typeof answer === 'string' ? null : answer.status,
				body: typeof answer === 'object' && 'body' in answer ? answer.body : '',
				fault: envelope.fault?.name
			};
		}
	});
	for (const name of ['API', 'API_V3', 'AUTH', 'MANAGEMENT_API']) {
		vi.stubEnv(`SMARTCAR_${name}_ORIGIN`, proof.origin);
	}
	const made = await makeManagementToken(proof.context(), proof.client.clientId);
	if (!made.ok) throw new Error(made.kind);
	managementToken = made.token;
	return () => {
		vi.unstubAllEnvs();
		return proof.close();
	};
});

let managementToken: string;

function world(): SdkWorld {
	const { vehicleId, access, clientId, secret: clientSecret } = proof.client;
	const car = new smartcar.Vehicle(vehicleId, access);
	return { car, vehicleId, access, clientId, clientSecret, managementToken };
}

const Refused = z.looseObject({
	type: z.string().optional(),
	code: z.string().nullish(),
	statusCode: z.int().optional(),
	retryAfter: z.string().nullish()
});

type Ended =
	| { readonly told: unknown; readonly error: null }
	| { readonly told: null; readonly error: z.infer<typeof Refused> };

/** What comes of a call; with a fault, what comes of it while that is for the next call alone. */
async function call(method: (world: SdkWorld) => Promise<unknown>, fault?: Fault): Promise<Ended> {
	const nothing = { clientId: null, vehicleId: null, path: null, times: 1, isOn: true };
	const amount = fault?.kind === 'line' && fault.name === 'LATENCY' ? 1 : null;
	const own = fault?.kind === 'held' ? 20 : amount;
	const rules = fault ? [{ ...nothing, fault: fault.name, amount: own }] : [];
	await replaceRules(proof.context(), null, rules);
	const ended = await method(world()).then(
		(told): Ended => ({ told, error: null }),
		(error: unknown): Ended => ({ told: null, error: Refused.parse(error) })
	);
	if (fault) {
		const [rule] = await listRules(proof.context(), null);
		expect([last.route, fault.name, rule?.used]).toEqual([last.route, fault.name, 1]);
		expect(last.fault).toBe(fault.name);
	}
	return ended;
}

const ErrorsOfV3 = z.object({
	errors: z.tuple([z.looseObject({ type: z.string(), code: z.string().nullable() })])
});

/** Fails where an SDK is told anything else than the fault says. */
function checkRefused({ error }: Ended, fault: Fault): void {
	if (fault.kind === 'oauth') {
		expect(error?.type).toBe(fault.name.replace('OAUTH:', ''));
		return;
	}
	const api = last.dialect === 'v3' ? 'v3' : 'v2';
	const name = fault.kind === 'error' ? errorIn(api, fault.name) : 'RATE_LIMIT:SMARTCAR_API';
	const { type, code, status } = platformError(name ?? 'SERVER:INTERNAL');
	expect(last.status).toBe(status);
	// The SDK reads no error of v3; what came is looked at in its place.
	const told = api === 'v3' ? ErrorsOfV3.parse(JSON.parse(last.body)).errors[0] : error;
	expect([told?.type, told?.code ?? null]).toEqual([type, code]);
	expect(error?.statusCode).toBe(status);
	if (status === 429) expect(error?.retryAfter).toBe('30');
}

/** What comes of a call with which nothing goes wrong. */
interface Usual {
	readonly usual: Ended;
	readonly fresh: string;
}

const Told = z.looseObject({ meta: z.looseObject({ dataAge: z.date().optional() }) });

const probe = faultNamed('LATENCY');

describe.each(Object.entries(METHODS))('%s', (name, method) => {
	it('meets every fault that can meet it, and is told so', async () => {
		const usual = await call(method);
		const fresh = last.body;
		await call(method, probe);
		const address = last;
		const met = FAULTS.filter((fault) => meets(fault, address));
		expect(met.map((fault) => fault.name)).toContain('DROP');
		for (const fault of met) {
			const ended = await call(method, fault);
			switch (fault.kind) {
				case 'error':
				case 'oauth':
					checkRefused(ended, fault);
					break;
				case 'line':
					checkLine(ended, fault.name, usual);
					break;
				case 'held':
					expect(JSON.stringify(ended.told)).toContain('"executionMode":"async"');
					expect(last.status).toBe(202);
					break;
				case 'shape':
					checkShape(ended, fault.name, { usual, fresh });
			}
		}
	});

	function checkLine(ended: Ended, fault: FaultName, usual: Ended): void {
		if (fault === 'RATE_LIMIT') {
			if (last.dialect !== 'oauth') return checkRefused(ended, faultNamed(fault));
			expect(ended.error).toMatchObject({ type: 'temporarily_unavailable', statusCode: 429 });
		} else if (fault === 'DROP') {
			expect(last.status).toBeNull();
			expect(ended.error?.statusCode).toBeUndefined();
		} else {
			// What was done before cannot be done once more.
			expect([usual.error?.type, 'VEHICLE_STATE']).toContain(ended.error?.type);
		}
	}

	function checkShape(ended: Ended, fault: FaultName, { usual, fresh }: Usual): void {
		if (fault === 'EMPTY_STORE') {
			expect(last.status).toBe(name === 'getSignals' ? 200 : 404);
			if (name === 'getSignals') expect(last.body).toContain('"data":[]');
			return;
		}
		expect(ended.error).toBeNull();
		if (fault === 'HALF_BODY') expect(last.body).not.toBe(fresh);
		const described = VEHICLE_CALLS[name];
		if (!described) return;
		const { meta, ...body } = Told.parse(ended.told);
		// A history is told as it comes, whatever is in it.
		if (fault === 'HALF_BODY' && name !== 'serviceHistory') {
			expect(described.told.safeParse(body).success).toBe(false);
		}
		if (fault !== 'STALE') return;
		const { dataAge } = Told.parse(usual.told).meta;
		expect(Number(dataAge) - Number(meta.dataAge)).toBe(24 * 60 * 60 * 1000);
	}
});

describe.each(Object.entries(LAST_METHODS))('%s', (_name, method) => {
	it('meets every fault that can meet it, and has not ended anything', async () => {
		const limit = faultNamed('RATE_LIMIT');
		checkRefused(await call(method, limit), limit);
		const address = last;
		for (const fault of FAULTS.filter((one) => meets(one, address))) {
			if (fault.name === 'LATENCY') continue;
			const ended = await call(method, fault);
			if (fault.kind === 'error') checkRefused(ended, fault);
			else expect(ended.error).not.toBeNull();
		}
		expect((await call(({ car }) => car.odometer())).error).toBeNull();
		expect((await call(method, probe)).error).toBeNull();
		expect((await call(({ car }) => car.odometer())).error).not.toBeNull();
	});
});
