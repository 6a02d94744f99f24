import { quantile } from './figures.ts';
import type { FilledOwner, ReachingApp } from './fill-owners.ts';
import { printFigure } from './line.ts';

/**
 * Has an owner revoke the access of all their apps, one after the other, and prints how long it took
 * from sending the form, over its answer, to the answer that refuses the app's next call.
 */
export async function measureRevocations(
	what: string,
	origin: string,
	{ cookie, apps }: FilledOwner
): Promise<void> {
	const times: number[] = [];
	for (const app of apps) {
		// What is known of the token from before is known then, too.
		await call(origin, app, 200);
		const began = performance.now();
		await revoke(origin, cookie, app);
		await call(origin, app, 403);
		times.push(performance.now() - began);
	}
	printFigure(`p50 of ${apps.length} revocations, ${what}`, quantile(times, 0.5), 'ms');
	printFigure('  p95', quantile(times, 0.95), 'ms', { most: 100 });
}

async function revoke(origin: string, cookie: string, { clientId }: ReachingApp): Promise<void> {
	const response = await fetch(`${origin}/my/applications/${clientId}/revoke`, {
		method: 'POST',
		body: new URLSearchParams(),
		headers: { origin, cookie, accept: 'text/html' },
		redirect: 'manual'
	});
	await response.arrayBuffer();
	if (response.status !== 303) throw new Error(`Revoking answered ${response.status}`);
}

async function call(origin: string, { token, vehicleId }: ReachingApp, expected: number) {
	const response = await fetch(`${origin}/v2.0/vehicles/${vehicleId}/odometer`, {
		headers: { authorization: `Bearer ${token}` }
	});
	await response.arrayBuffer();
	if (response.status !== expected) throw new Error(`The call answered ${response.status}`);
}
