import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../../server/project.ts';
import { lineStarting } from '../../tools/temporary-server.ts';
import { ANNOUNCEMENT, type Peer } from './announce.ts';

export interface RunningPeer extends Peer {
	/** Number of its process. */
	readonly pid: number;
	stop(): Promise<void>;
}

/** Starts a program of this folder in a process of its own, with so many codes to exchange. */
export async function startPeer(name: string, codes: number): Promise<RunningPeer> {
	const program = inProject(`bench/peers/${name}.ts`);
	const child = spawn(process.execPath, [program, String(codes)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const line = await lineStarting(ANNOUNCEMENT, child);
	const { pid } = child;
	if (pid === undefined) throw new TypeError(`${name} has no process`);
	return {
		pid,
		// Written by our own program a moment ago.
		...(JSON.parse(line.slice(ANNOUNCEMENT.length)) as Peer),
		async stop() {
			const exited = once(child, 'exit');
			child.kill('SIGTERM');
			await exited;
		}
	};
}
