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

	class AuthClient {
		constructor(options: {
			clientId: string;
			clientSecret: string;
			redirectUri?: string | undefined;
			mode?: string | undefined;
		});
		getAuthUrl(scope: readonly string[], options?: AuthUrlOptions): string;
	}

	const smartcar: { AuthClient: typeof AuthClient };
	export default smartcar;
}
