import type { Page } from '@playwright/test';
import * as oauth from 'oauth4webapi';
import type { AppServer } from './support/app-server.ts';
import type { TestApplication } from './support/application.ts';
import { allow, passPreamble, pickBrand, returned, signIn } from './support/connect.ts';
import { beStrict, makeSecret, registerRedirectUri } from './support/credentials.ts';
import { expect, test } from './support/test.ts';

/** Only for a server on this machine. */
const OVER_HTTP = { [oauth.allowInsecureRequests]: true };

/** What the independent client knows of a run. */
interface Run {
	readonly server: oauth.AuthorizationServer;
	readonly client: oauth.Client;
	readonly secret: string;
	readonly redirectUri: string;
	readonly verifier: string;
	/** Parameters of the redirect, validated. */
	readonly parameters: URLSearchParams;
}

const METHODS = {
	client_secret_basic: oauth.ClientSecretBasic,
	client_secret_post: oauth.ClientSecretPost
} as const;

async function discover(baseURL: string | undefined): Promise<oauth.AuthorizationServer> {
	const issuer = new URL(baseURL ?? '');
	const response = await oauth.discoveryRequest(issuer, { ...OVER_HTTP, algorithm: 'oauth2' });
	return oauth.processDiscoveryResponse(issuer, response);
}

/** Makes the application strict, and comes from discovery to a validated redirect. */
async function authorize(
	page: Page,
	application: TestApplication,
	appServer: AppServer,
	baseURL: string | undefined
): Promise<Run> {
	const redirectUri = appServer.callback;
	await beStrict(page, application);
	await registerRedirectUri(page, application, redirectUri);
	const secret = await makeSecret(page, application);
	const server = await discover(baseURL);
	const client = { client_id: application.clientId };
	const verifier = oauth.generateRandomCodeVerifier();
	const state = oauth.generateRandomState();
	const link = new URL(server.authorization_endpoint ?? '');
	link.search = new URLSearchParams({
		response_type: 'code',
		client_id: client.client_id,
		redirect_uri: redirectUri,
		scope: 'required:read_odometer read_location',
		state,
		code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256'
	}).toString();
	await page.goto(link.href);
	await passPreamble(page);
	await pickBrand(page);
	await signIn(page);
	await allow(page);
	await returned(page, appServer);
	const parameters = oauth.validateAuthResponse(server, client, new URL(page.url()), state);
	return { server, client, secret, redirectUri, verifier, parameters };
}

function exchange(
	{ server, client, secret, redirectUri, parameters, verifier }: Run,
	{
		method = 'client_secret_basic',
		codeVerifier = verifier
	}: { method?: keyof typeof METHODS; codeVerifier?: string } = {}
): Promise<oauth.TokenEndpointResponse> {
	return oauth
		.authorizationCodeGrantRequest(
			server,
			client,
			METHODS[method](secret),
			parameters,
			redirectUri,
			codeVerifier,
			OVER_HTTP
		)
		.then((response) => oauth.processAuthorizationCodeResponse(server, client, response));
}

async function refresh(
	{ server, client, secret }: Run,
	refreshToken: string | undefined
): Promise<oauth.TokenEndpointResponse> {
	const response = await oauth.refreshTokenGrantRequest(
		server,
		client,
		oauth.ClientSecretBasic(secret),
		refreshToken ?? '',
		OVER_HTTP
	);
	return oauth.processRefreshTokenResponse(server, client, response);
}

async function revoke({ server, client, secret }: Run, token: string): Promise<void> {
	const response = await oauth.revocationRequest(
		server,
		client,
		oauth.ClientSecretPost(secret),
		token,
		OVER_HTTP
	);
	return oauth.processRevocationResponse(response);
}

async function statusWith(page: Page, { access_token }: oauth.TokenEndpointResponse) {
	const answer = await page.request.get('/v2.0/vehicles', {
		headers: { authorization: `Bearer ${access_token}` }
	});
	return answer.status();
}

const INVALID_GRANT = { error: 'invalid_grant', status: 400 };

test('discovery names every endpoint that is used', async ({ baseURL }) => {
	const server = await discover(baseURL);
	expect(server).toMatchObject({
		issuer: baseURL,
		token_endpoint: `${baseURL}/oauth/token`,
		revocation_endpoint: `${baseURL}/oauth/revoke`,
		code_challenge_methods_supported: ['S256'],
		authorization_response_iss_parameter_supported: true
	});
});

for (const method of ['client_secret_basic', 'client_secret_post'] as const) {
	test(`an independent client gets tokens with PKCE and ${method}`, async ({
		page,
		application,
		appServer,
		baseURL
	}) => {
		const run = await authorize(page, application, appServer, baseURL);
		expect(run.parameters.get('iss')).toBe(baseURL);
		const tokens = await exchange(run, { method });
		expect(tokens).toMatchObject({
			token_type: 'bearer',
			expires_in: 7200,
			scope: 'read_location read_odometer'
		});
		expect(tokens.access_token).toMatch(/^[\w-]{43}$/);
		expect(await statusWith(page, tokens)).toBe(200);

		const next = await refresh(run, tokens.refresh_token);
		expect(next.refresh_token).not.toBe(tokens.refresh_token);
		expect(await statusWith(page, next)).toBe(200);

		await revoke(run, next.access_token);
		expect(await statusWith(page, next)).toBe(401);
		expect(await statusWith(page, tokens)).toBe(200);
		await revoke(run, next.refresh_token ?? '');
		expect(await statusWith(page, tokens)).toBe(401);
		await expect(refresh(run, next.refresh_token)).rejects.toMatchObject(INVALID_GRANT);
	});
}

test('a wrong verifier is refused, and the right one still works', async ({
	page,
	application,
	appServer,
	baseURL
}) => {
	const run = await authorize(page, application, appServer, baseURL);
	const codeVerifier = oauth.generateRandomCodeVerifier();
	await expect(exchange(run, { codeVerifier })).rejects.toMatchObject({
		...INVALID_GRANT,
		error_description: 'code_verifier does not fit the code_challenge.'
	});
	expect(await statusWith(page, await exchange(run))).toBe(200);
});

test('a code that comes again ends its tokens', async ({
	page,
	application,
	appServer,
	baseURL
}) => {
	const run = await authorize(page, application, appServer, baseURL);
	const tokens = await exchange(run);
	await expect(exchange(run)).rejects.toMatchObject(INVALID_GRANT);
	expect(await statusWith(page, tokens)).toBe(401);
	await expect(refresh(run, tokens.refresh_token)).rejects.toMatchObject(INVALID_GRANT);
});

test('a refresh token that comes again ends its whole family', async ({
	page,
	application,
	appServer,
	baseURL
}) => {
	const run = await authorize(page, application, appServer, baseURL);
	const first = await exchange(run);
	const second = await refresh(run, first.refresh_token);
	const third = await refresh(run, second.refresh_token);
	expect(await statusWith(page, third)).toBe(200);
	await expect(refresh(run, first.refresh_token)).rejects.toMatchObject(INVALID_GRANT);
	for (const tokens of [first, second, third]) expect(await statusWith(page, tokens)).toBe(401);
	await expect(refresh(run, third.refresh_token)).rejects.toMatchObject(INVALID_GRANT);
});

test('the client trusts no redirect of another state or issuer', async ({
	page,
	application,
	appServer,
	baseURL
}) => {
	const { server, client } = await authorize(page, application, appServer, baseURL);
	const answer = new URL(page.url());
	const validate = (url: URL, state: string) =>
		oauth.validateAuthResponse(server, client, url, state);
	expect(() => validate(answer, oauth.generateRandomState())).toThrow(/state/);
	const forged = new URL(answer);
	forged.searchParams.set('iss', 'https://elsewhere.example');
	expect(() => validate(forged, answer.searchParams.get('state') ?? '')).toThrow(/iss/);
});
