import { startTemporaryServer } from '../tools/temporary-server.ts';
import { Exchanger } from './exchange-load.ts';
import { fillDatabase, type Prepared } from './fill-database.ts';
import { startPeer } from './peers/start-peer.ts';

/** A server whose codes are exchanged. */
export interface Contestant {
	readonly client: Exchanger;
	/** Number of its process. */
	readonly pid: number;
	readonly stop: () => Promise<void>;
}

/** The built server on a file of its own. */
export async function startOurs(amounts: {
	readonly codes: number;
	/** Token pairs that are stored already. */
	readonly pairs?: number;
}): Promise<Contestant> {
	const prepared = Promise.withResolvers<Prepared>();
	const server = await startTemporaryServer({
		env: { RATE_LIMITS: 'off' },
		fill: async (file) => prepared.resolve(await fillDatabase(file, amounts))
	});
	const peer = { ...(await prepared.promise), url: `${server.origin}/oauth/token` };
	return { client: new Exchanger(peer), pid: server.pid, stop: () => server.stop() };
}

/** One of the programs in `peers/`. */
export async function startOther(name: string, codes: number): Promise<Contestant> {
	const peer = await startPeer(name, codes);
	return { client: new Exchanger(peer), pid: peer.pid, stop: () => peer.stop() };
}
