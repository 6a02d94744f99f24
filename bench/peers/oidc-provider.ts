import { Provider } from 'oidc-provider';
import { announce, listen } from './announce.ts';

/**
 * A program: oidc-provider with codes that wait for their exchange, all in memory. Tokens are
 * opaque, and a refresh token comes beside each access token, as ours do; nothing is signed.
 *
 * Argument: how many codes.
 */
const [, , count = '1000'] = process.argv;
const client = {
	client_id: 'app',
	client_secret: 'a-secret-of-this-benchmark-alone-0123456789',
	redirect_uris: ['https://app.example/callback'],
	grant_types: ['authorization_code', 'refresh_token'],
	token_endpoint_auth_method: 'client_secret_basic'
};
const [redirectUri = ''] = client.redirect_uris;

/** Its own memory adapter forgets after a thousand entries; this one keeps all and does no more. */
class Memory {
	readonly #entries = new Map<string, { consumed?: number }>();

	upsert(id: string, payload: object): Promise<void> {
		this.#entries.set(id, payload);
		return Promise.resolve();
	}

	find(id: string): Promise<object | undefined> {
		return Promise.resolve(this.#entries.get(id));
	}

	consume(id: string): Promise<void> {
		const entry = this.#entries.get(id);
		if (entry) entry.consumed = Math.floor(Date.now() / 1000);
		return Promise.resolve();
	}
}

const provider = new Provider('http://127.0.0.1', {
	adapter: Memory,
	clients: [client],
	scopes: ['read_battery', 'offline_access'],
	findAccount: (_context: unknown, accountId: string) => ({ accountId, claims: () => ({}) }),
	issueRefreshToken: () => true,
	ttl: { AccessToken: 7200, AuthorizationCode: 3600, Grant: 86_400, RefreshToken: 86_400 },
	features: { devInteractions: { enabled: false } }
});
const found = await provider.Client.find(client.client_id);
const codes: string[] = [];
for (let number = 0; number < Number(count); number++) {
	const accountId = `owner-${number}`;
	const grant = new provider.Grant({ accountId, clientId: client.client_id });
	grant.addOIDCScope('read_battery');
	const code = new provider.AuthorizationCode({
		client: found,
		accountId,
		grantId: await grant.save(),
		redirectUri,
		scope: 'read_battery'
	});
	codes.push(await code.save());
}

const port = await listen(provider.callback());
announce({
	url: `http://127.0.0.1:${port}/token`,
	clientId: client.client_id,
	clientSecret: client.client_secret,
	redirectUri,
	codes
});
