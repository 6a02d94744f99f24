import { type Version } from '#lib/server/configurations/versions.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../tests/support/bundle.ts';
import { runAndKill } from './kill-loop.ts';
import { count, type Soak, type SoakOutcome } from './soak.ts';
import { withStorage } from '../tools/storage.ts';
import { listVersions } from '../tests/support/list-versions.ts';

export interface Kills {
	/** Databases at a time. */
	readonly databases: number;
	/** Kills over each of them, one after another. */
	readonly kills: number;
}

interface Run {
	readonly clientId: string;
	/** Numbers of the versions that the program was told are published. */
	readonly acknowledged: readonly number[];
}

export const killPublishersSoak: Soak = {
	name: 'kill-publishers',
	run: () => killPublishers({ databases: 2, kills: 250 })
};

/** Kills programs that publish; no acknowledged version may be lost, and none kept by half. */
export async function killPublishers({ databases, kills }: Kills): Promise<SoakOutcome> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-kill-'));
	try {
		const program = await bundle('tests/support/publish-loop.ts', folder);
		const paths = Array.from({ length: databases }, (_, index) => join(folder, `${index}.db`));
		const runs = await Promise.all(paths.map((path) => killAgainAndAgain(program, path, kills)));
		const faults: string[] = [];
		for (const [index, run] of runs.entries()) {
			const versions = await storedVersions(paths[index] ?? '', run.clientId);
			faults.push(...faultsOf(versions, run.acknowledged));
		}
		const acknowledged = runs.reduce((sum, run) => sum + run.acknowledged.length, 0);
		return {
			figures: [count(databases * kills, 'kill'), count(acknowledged, 'acknowledged version')],
			faults
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function killAgainAndAgain(program: string, path: string, kills: number): Promise<Run> {
	let clientId = '';
	const acknowledged: number[] = [];
	for (let kill = 0; kill < kills; kill++) {
		const output = await runAndKill(program, [path, clientId], 'published');
		const run = readPublishes(output);
		clientId ||= run.clientId;
		acknowledged.push(...run.acknowledged);
	}
	return { clientId, acknowledged };
}

/** Reads what `tests/support/publish-loop.ts` writes. */
export function readPublishes(output: string): Run {
	return {
		clientId: /^application (\S+)$/m.exec(output)?.[1] ?? '',
		acknowledged: [...output.matchAll(/^published (\d+)$/gm)].map(([, number]) => Number(number))
	};
}

export async function storedVersions(path: string, clientId: string): Promise<readonly Version[]> {
	const versions = await withStorage(path, (context) => listVersions(context, clientId));
	return versions.toReversed();
}

function faultsOf(versions: readonly Version[], acknowledged: readonly number[]): string[] {
	const stored = new Set(versions.map(({ number }) => number));
	const lost = acknowledged.filter((number) => !stored.has(number));
	const twice = acknowledged.filter((number, index) => acknowledged.indexOf(number) !== index);
	const gaps = versions.filter(({ number }, index) => number !== index + 1);
	const half = versions.filter((version) => !isWhole(version));
	return [
		...lost.map((number) => `Version ${number} was acknowledged and is lost.`),
		...twice.map((number) => `Version ${number} was acknowledged twice.`),
		...gaps.map(({ number }) => `Version ${number} does not follow the one before it.`),
		...half.map(({ number }) => `Version ${number} holds what was not published.`)
	];
}

/** The program publishes two selections in turns. */
function isWhole({ number, selection, scope }: Version): boolean {
	const [item, ...others] = selection;
	const odd = number % 2 === 1;
	return (
		others.length === 0 &&
		item?.code === (odd ? 'vin' : 'make') &&
		scope === (odd ? 'read_vin' : 'read_vehicle_info')
	);
}
