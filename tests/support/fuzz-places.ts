import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import type { Places } from './fuzz-requests.ts';
import { ENTRY } from './seeds.ts';

const Vehicle = z.object({ id: z.string() });
const Authorized = z.object({ code: z.string(), redirect: z.url() });
const Tokens = z.object({ access_token: z.string() });
const Reached = z.object({ vehicles: z.array(z.string()).min(1) });

/** Connects a vehicle that can do everything to a new application of a server that is not public. */
export async function findPlaces(origin: string): Promise<Places> {
	const post = async (path: string, body: unknown) => {
		const headers = { 'content-type': 'application/json' };
		const sent = { method: 'POST', headers, body: JSON.stringify(body) };
		return (await fetch(origin + path, sent)).json();
	};
	const clientId = randomUUID();
	const login = { make: 'TESLA', username: `${clientId}@example.com` };
	await post('/sandbox/api/seed', { applications: [{ ...ENTRY, clientId }] });
	const wanted = { ...login, profile: 'simulated-phev' };
	const { id: car } = Vehicle.parse(await post('/sandbox/api/vehicles', wanted));
	const link = { clientId, login, scope: PERMISSION_NAMES.join(' ') };
	const { code, redirect } = Authorized.parse(await post('/sandbox/api/authorize', link));
	const exchanged = await fetch(`${origin}/oauth/token`, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			code,
			redirect_uri: redirect.split('?')[0] ?? '',
			client_id: clientId,
			client_secret: ENTRY.clientSecret
		})
	});
	const { access_token: token } = Tokens.parse(await exchanged.json());
	const headers = { authorization: `Bearer ${token}` };
	const reached = await fetch(`${origin}/v2.0/vehicles`, { headers });
	const [vehicle = ''] = Reached.parse(await reached.json()).vehicles;
	return { ORIGIN: origin, APP: clientId, TOKEN: token, VEHICLE: vehicle, CAR: car };
}
