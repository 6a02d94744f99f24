import type { APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import smartcar from 'smartcar';
import { ENTRY } from '../../support/seeds.ts';
import { expect } from './test.ts';

/** An application whose owner went through Connect without a browser. */
export interface ConnectedApp {
	readonly clientId: string;
	readonly clientSecret: string;
	readonly redirectUri: string;
	readonly accessToken: string;
	readonly refreshToken: string;
	/** The first vehicle, as the application knows it. */
	readonly vehicleId: string;
	readonly car: InstanceType<typeof smartcar.Vehicle>;
	/** As `POST /sandbox/api/vehicles` answers it; null where the account had its own. */
	readonly simulated: string | null;
}

const [REDIRECT_URI = ''] = ENTRY.redirectUris;

interface Wanted {
	readonly make: string;
	readonly scope: readonly string[];
	/** Of the one vehicle of the account; what a brand's account has is there otherwise. */
	readonly profile?: string;
	readonly redirectUri?: string;
}

/** Has the SDK for Node ask this server. */
export function pointSdkAt(origin: string): void {
	for (const name of ['API', 'AUTH', 'API_V3', 'MANAGEMENT_API']) {
		process.env[`SMARTCAR_${name}_ORIGIN`] = origin;
	}
}

/**
 * Connects a vehicle to a new application, under exactly this scope.
 *
 * @param origin of another server than that of all tests; the SDK has to ask it, too
 */
export async function connectApp(
	request: APIRequestContext,
	{ make, scope, profile, redirectUri = REDIRECT_URI }: Wanted,
	origin = ''
): Promise<ConnectedApp> {
	const post = async (name: string, data: object): Promise<Record<string, string>> => {
		const answer = await request.post(`${origin}/sandbox/api/${name}`, { data });
		expect(answer.status(), await answer.text()).toBe(200);
		return answer.json();
	};
	const { clientSecret } = ENTRY;
	const clientId = randomUUID();
	const username = `${clientId}@email.com`;
	await post('seed', { applications: [{ ...ENTRY, clientId, redirectUris: [redirectUri] }] });
	const added = profile === undefined ? null : await post('vehicles', { make, profile, username });
	const link = { clientId, scope: scope.join(' '), redirectUri, login: { make, username } };
	const { code = '' } = await post('authorize', link);
	const client = new smartcar.AuthClient({ clientId, clientSecret, redirectUri });
	const { accessToken, refreshToken } = await client.exchangeCode(code);
	const { vehicles } = await smartcar.getVehicles(accessToken);
	const [vehicleId = ''] = vehicles;
	const car = new smartcar.Vehicle(vehicleId, accessToken);
	const simulated = added?.id ?? null;
	return {
		clientId,
		clientSecret,
		redirectUri,
		accessToken,
		refreshToken,
		vehicleId,
		car,
		simulated
	};
}
