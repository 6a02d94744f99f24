import { FAULT_HEADER } from '#lib/faults/asked.ts';
import type { Context } from '#lib/server/context.ts';
import { addRule, listRules, type NewRule } from '#lib/server/faults/rules.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach } from 'vitest';
import type { TestStorage } from './storage.ts';
import { newV3Client, type V3Client } from './v3.ts';

const ODOMETER = { v2: '/odometer', v3: '/signals/odometer-traveleddistance' };

/** Of a vehicle whose calls may go wrong; how often is not counted. */
export class FaultyCalls {
	context: Context;
	client: V3Client;
	/** The vehicle, as the application knows it. */
	told: string;

	constructor(context: Context, client: V3Client) {
		this.context = context;
		this.client = client;
		this.told = client.vehicleIds[0] ?? '';
	}

	/** A path of the vehicle; of its odometer by default. */
	at(api: 'v2' | 'v3', beneath = ODOMETER[api]): string {
		return `${api === 'v2' ? '/v2.0' : '/v3'}/vehicles/${this.told}${beneath}`;
	}

	/** Asks for several readings at once. @param fault what the header says */
	batch(paths: readonly string[], fault?: string) {
		const requests = paths.map((path) => ({ path }));
		return this.ask(this.at('v2', '/batch'), fault, 'POST', { requests });
	}

	/** @param fault what the header says */
	async ask(path: string, fault?: string, method = 'GET', sent?: object) {
		const { client, context } = this;
		const headers = {
			authorization: `Bearer ${path.startsWith('/v2.0') ? client.user : client.machine}`,
			'sc-user-id': client.userId,
			...(fault !== undefined && { [FAULT_HEADER]: fault }),
			...(sent && { 'content-type': 'application/json' })
		};
		const { settings } = context;
		const unlimited = { ...context, settings: { ...settings, rateLimits: false } };
		const response = await askFromWithin(unlimited, '192.0.2.7', path, {
			...{ method, headers },
			...(sent && { body: JSON.stringify(sent) })
		});
		const text = await response.text();
		const body: unknown = text === '' ? null : JSON.parse(text);
		return { status: response.status, headers: response.headers, body };
	}

	/** @throws {TypeError} where it is refused */
	async rule(facts: Partial<NewRule>): Promise<void> {
		const nothing = { clientId: null, vehicleId: null, path: null, amount: null, times: null };
		const kept = await addRule(this.context, { ...nothing, fault: 'DROP', isOn: true, ...facts });
		if (!kept.ok) throw new TypeError(kept.code);
	}

	/** How often each rule was used, in their order. */
	async used(): Promise<readonly number[]> {
		return (await listRules(this.context, null)).map((one) => one.used);
	}
}

const SCOPE = 'read_odometer read_battery control_security';

/** Gives every test a vehicle of its own, with no rules. */
export function useFaultyCalls(storage: TestStorage): { readonly calls: FaultyCalls } {
	let calls: FaultyCalls | null = null;
	beforeEach(async () => {
		const { context } = storage;
		calls = new FaultyCalls(context, await newV3Client(context, { scope: SCOPE }));
	});
	return {
		get calls() {
			if (!calls) throw new TypeError('Before its test');
			return calls;
		}
	};
}
