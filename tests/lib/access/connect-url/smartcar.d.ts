/** The part of the platform's Node SDK, which has no types of its own, that tests call. */
declare module 'smartcar' {
	interface AuthUrlOptions {
		readonly forcePrompt?: boolean;
		readonly singleSelect?: { readonly enabled?: boolean; readonly vin?: string };
		readonly state?: string;
		readonly makeBypass?: string;
		readonly flags?: Readonly<Record<string, string>>;
		readonly user?: string;
	}

	interface Access {
		readonly accessToken: string;
		readonly refreshToken: string;
		readonly expiration: Date;
		readonly refreshExpiration: Date;
	}

	interface Paging {
		readonly count: number;
		readonly offset: number;
	}

	interface Meta {
		readonly requestId: string;
	}

	class AuthClient {
		constructor(options: {
			clientId: string;
			clientSecret: string;
			redirectUri?: string | undefined;
			mode?: string | undefined;
		});
		getAuthUrl(scope: readonly string[], options?: AuthUrlOptions): string;
		exchangeCode(code: string): Promise<Access>;
		exchangeRefreshToken(token: string): Promise<Access>;
	}

	interface Connection {
		readonly vehicleId: string;
		readonly userId: string;
		readonly connectedAt: string;
		readonly mode: string;
	}

	/** Of what a vehicle told, with when it said so. */
	type Told = Readonly<Record<string, unknown>> & {
		readonly meta: Meta & { readonly dataAge?: Date; readonly unitSystem?: string };
	};

	class Vehicle {
		constructor(id: string, token: string, options?: { unitSystem?: 'metric' | 'imperial' });
		permissions(paging?: {
			limit?: number;
			offset?: number;
		}): Promise<{ permissions: readonly string[]; paging: Paging; meta: Meta }>;
		attributes(): Promise<Told>;
		vin(): Promise<Told>;
		charge(): Promise<Told>;
		battery(): Promise<Told>;
		batteryCapacity(): Promise<Told>;
		nominalCapacity(): Promise<Told>;
		fuel(): Promise<Told>;
		tirePressure(): Promise<Told>;
		engineOil(): Promise<Told>;
		odometer(): Promise<Told>;
		location(): Promise<Told>;
		lockStatus(): Promise<Told>;
		diagnosticSystemStatus(): Promise<Told>;
		diagnosticTroubleCodes(): Promise<Told>;
		getChargeLimit(): Promise<Told>;
		setChargeLimit(limit: number): Promise<Told>;
		serviceHistory(start?: string, end?: string): Promise<Told>;
		sendDestination(latitude: number, longitude: number): Promise<Told>;
		lock(): Promise<Told>;
		unlock(): Promise<Told>;
		startCharge(): Promise<Told>;
		stopCharge(): Promise<Told>;
		batch(paths: readonly string[]): Promise<Readonly<Record<string, () => unknown>>>;
		request(
			method: string,
			path: string,
			body?: object,
			headers?: Readonly<Record<string, string>>,
			version?: string
		): Promise<{ readonly body: unknown; readonly meta: Told['meta'] }>;
		subscribe(webhookId: string): Promise<Told>;
		unsubscribe(managementToken: string, webhookId: string): Promise<Told>;
		disconnect(): Promise<Told>;
		getSignals(): Promise<{ readonly body: unknown }>;
		getSignal(code: string): Promise<{ readonly body: unknown }>;
	}

	const smartcar: {
		AuthClient: typeof AuthClient;
		Vehicle: typeof Vehicle;
		getConnections(
			managementToken: string,
			filter?: { vehicleId?: string; userId?: string },
			paging?: { limit?: number; cursor?: string }
		): Promise<{
			readonly connections: readonly Connection[];
			readonly paging: { readonly cursor: string | null };
		}>;
		deleteConnections(
			managementToken: string,
			filter: { vehicleId?: string; userId?: string }
		): Promise<{ readonly connections: readonly Partial<Connection>[] }>;
		getVehicle(token: string, id: string): Promise<{ readonly body: unknown }>;
		getCompatibility(
			vin: string,
			scope: readonly string[],
			country: string | null,
			options: { clientId: string; clientSecret: string }
		): Promise<Told>;
		getCompatibilityMatrix(
			region: string,
			options: {
				clientId: string;
				clientSecret: string;
				make?: readonly string[] | string;
				type?: string;
				scope?: readonly string[];
			}
		): Promise<Told>;
		getUser(token: string): Promise<{ id: string; meta: Meta }>;
		hashChallenge(managementToken: string, challenge: string): string;
		verifyPayload(managementToken: string, signature: string, body: object): boolean;
		getVehicles(
			token: string,
			paging?: { limit?: number; offset?: number }
		): Promise<{ vehicles: readonly string[]; paging: Paging; meta: Meta }>;
	};
	export default smartcar;
}
