import { z } from 'zod';

const CLIENT = {
	clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
	clientSecret: 'a-secret-of-the-bench',
	redirectUri: 'http://localhost:8000/callback'
};

/** Has an owner connect a vehicle without a browser. */
export async function connectVehicle(origin: string) {
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
	return { headers, vehicleId };
}

async function post(url: string, body: object): Promise<unknown> {
	const headers = { 'content-type': 'application/json' };
	return read(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

export async function read(response: Response): Promise<unknown> {
	if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
	return response.json();
}
