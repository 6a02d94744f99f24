import { randomUUID } from 'node:crypto';
import { createClient, deleteClient, publish, type Client } from './dashboard.ts';

/** What the published access of the strict application comes to. */
export const PUBLISHED_SCOPE = 'required:read_battery read_odometer';

const PUBLISHED_ITEMS = 'tractionbattery-stateofcharge! odometer-traveleddistance';

/** A running server, prepared to be judged. */
export interface Target {
	readonly origin: string;
	/** Follows the RFCs; the rows are judged against it. */
	readonly strict: Client;
	/** Follows the platform, where that differs. */
	readonly platform: Client;
	/** Another strict application, of somebody else. */
	readonly other: Client;
	/** One more application, with nothing published. */
	readonly newClient: (name?: string) => Promise<Client>;
	/** Deletes the applications again. */
	readonly clear: () => Promise<void>;
}

/** Makes the applications that the checks need, by the server's own pages. */
export async function prepareTarget(origin: string): Promise<Target> {
	const made: Client[] = [];
	const make = async (protocol: 'strict' | 'platform', name = `Scorecard ${randomUUID()}`) => {
		const client = await createClient(origin, { name, protocol });
		made.push(client);
		return client;
	};
	const [strict, platform, other] = [
		await make('strict'),
		await make('platform'),
		await make('strict')
	];
	await publish(strict, PUBLISHED_ITEMS);
	return {
		origin,
		strict,
		platform,
		other,
		newClient: (name) => make('strict', name),
		async clear() {
			for (const client of made) await deleteClient(client);
		}
	};
}
