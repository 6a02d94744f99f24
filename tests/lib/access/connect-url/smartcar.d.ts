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

	class Vehicle {
		constructor(id: string, token: string);
		permissions(paging?: {
			limit?: number;
			offset?: number;
		}): Promise<{ permissions: readonly string[]; paging: Paging; meta: Meta }>;
	}

	const smartcar: {
		AuthClient: typeof AuthClient;
		Vehicle: typeof Vehicle;
		getUser(token: string): Promise<{ id: string; meta: Meta }>;
		getVehicles(
			token: string,
			paging?: { limit?: number; offset?: number }
		): Promise<{ vehicles: readonly string[]; paging: Paging; meta: Meta }>;
	};
	export default smartcar;
}
