/** The part of the package, which has no types of its own, that a benchmark calls. */
declare module 'oidc-provider' {
	import type { RequestListener } from 'node:http';

	interface Client {
		readonly clientId: string;
	}

	interface Storable {
		/** @returns the value that clients hold */
		save(): Promise<string>;
	}

	export class Provider {
		constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
		callback(): RequestListener;
		readonly Client: { find(id: string): Promise<Client> };
		readonly Grant: new (facts: { accountId: string; clientId: string }) => Storable & {
			addOIDCScope(scope: string): void;
		};
		readonly AuthorizationCode: new (facts: {
			client: Client;
			accountId: string;
			grantId: string;
			redirectUri: string;
			scope: string;
		}) => Storable;
	}
}
