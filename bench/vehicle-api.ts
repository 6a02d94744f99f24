import { startTemporaryServer, type RunningServer } from '../tools/temporary-server.ts';
import { z } from 'zod';
import { buildBareApp } from './bare-app.ts';
import { median } from './figures.ts';
import { requestsPerSecond } from './http-load.ts';
import { printRatio } from './line.ts';
import { takeTurns } from './turns.ts';

const ROUNDS = 5;
const REQUESTS = 3000;

const CLIENT = {
	clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
	clientSecret: 'a-secret-of-the-bench',
	redirectUri: 'http://localhost:8000/callback'
};

/** Measures one reading by each API beside a constant of a bare SvelteKit app, in turns. */
export async function benchVehicleApi(): Promise<void> {
	console.log('\nOne reading of a vehicle, beside a constant of a bare SvelteKit endpoint');
	const server = await startTemporaryServer({ env: { RATE_LIMITS: 'off' } });
	const bareApp = buildBareApp();
	const bareServer = await bareApp.start();
	try {
		const { token, vehicleId } = await connectVehicle(server);
		const headers = { authorization: `Bearer ${token}` };
		const v3 = `${server.origin}/v3/vehicles/${vehicleId}/signals/odometer-traveleddistance`;
		const v2 = `${server.origin}/v2.0/vehicles/${vehicleId}/odometer`;
		const loads = [
			() => requestsPerSecond(v3, REQUESTS, headers),
			() => requestsPerSecond(v2, REQUESTS, headers),
			() => requestsPerSecond(`${bareServer.origin}/constant`, REQUESTS)
		];
		const figures = await takeTurns(loads, { rounds: ROUNDS });
		const [signal = NaN, odometer = NaN, bare = NaN] = figures.map(median);
		const peer = { name: 'a bare endpoint', value: bare };
		printRatio('GET /v3/vehicles/{id}/signals/{code}', signal, peer, 'req/s', { least: 1 });
		printRatio('GET /v2.0/vehicles/{id}/odometer', odometer, peer, 'req/s', { least: 1 });
	} finally {
		await Promise.all([server.stop(), bareServer.stop()]);
		bareApp.remove();
	}
}

/** Has an owner connect a vehicle without a browser. */
async function connectVehicle({ origin }: RunningServer) {
	const { clientId, clientSecret, redirectUri } = CLIENT;
	const items = [{ code: 'odometer-traveleddistance', required: true }];
	const application = { name: 'Bench', clientId, clientSecret, redirectUris: [redirectUri] };
	const selection = { version: 1, items };
	await post(`${origin}/sandbox/api/seed`, {
		applications: [{ ...application, selection, publish: true }]
	});
	const login = { make: 'TESLA', username: 'bench@example.com' };
	const authorized = await post(`${origin}/sandbox/api/authorize`, {
		clientId,
		redirectUri,
		login
	});
	const { code } = z.object({ code: z.string() }).parse(authorized);
	const form = new URLSearchParams({
		grant_type: 'authorization_code',
		client_id: clientId,
		client_secret: clientSecret,
		redirect_uri: redirectUri,
		code
	});
	const exchanged = await read(
		await fetch(`${origin}/oauth/token`, { method: 'POST', body: form })
	);
	const { access_token: token } = z.object({ access_token: z.string() }).parse(exchanged);
	const headers = { authorization: `Bearer ${token}` };
	const listed = await read(await fetch(`${origin}/v2.0/vehicles`, { headers }));
	const [vehicleId = ''] = z.object({ vehicles: z.array(z.string()) }).parse(listed).vehicles;
	return { token, vehicleId };
}

async function post(url: string, body: object): Promise<unknown> {
	const headers = { 'content-type': 'application/json' };
	return read(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function read(response: Response): Promise<unknown> {
	if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
	return response.json();
}
