import { connectDatabase, disconnectDatabase } from '#lib/server/db/connection.ts';
import { listVersions, type Version } from '#lib/server/versions.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useFolder } from '../../support/storage.ts';

const folder = useFolder();
const file = (name = 'valetkey') => join(folder.path, `${name}.db`);

/** Databases at a time, and kills over each; every kill is at a random moment under load. */
const DATABASES = ['one', 'two'];
const KILLS = 25;
/** Longest time in milliseconds between the first publish of a run and its kill. */
const LONGEST_LIFE = 40;

interface Run {
	readonly clientId: string;
	/** Numbers of the versions that the program was told are published. */
	readonly acknowledged: readonly number[];
}

function start(path: string, clientId: string, most = 100_000) {
	return spawn(process.execPath, ['tests/support/publish-loop.ts', path, clientId, String(most)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
}

function readRun(output: string): Run {
	return {
		clientId: /^application (\S+)$/m.exec(output)?.[1] ?? '',
		acknowledged: [...output.matchAll(/^published (\d+)$/gm)].map(([, number]) => Number(number))
	};
}

async function runAndKill(path: string, clientId: string): Promise<Run> {
	const child = start(path, clientId);
	let output = '';
	let doomed = false;
	child.stdout.on('data', (chunk: Buffer) => {
		output += chunk.toString();
		if (doomed || !output.includes('published')) return;
		doomed = true;
		setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_LIFE);
	});
	await once(child, 'close');
	return readRun(output);
}

/** Kills one publisher after another over one database. */
async function runAndKillAgainAndAgain(path: string): Promise<Run> {
	let clientId = '';
	const acknowledged: number[] = [];
	for (let kill = 0; kill < KILLS; kill++) {
		const run = await runAndKill(path, clientId);
		clientId ||= run.clientId;
		acknowledged.push(...run.acknowledged);
	}
	return { clientId, acknowledged };
}

async function storedVersions(path: string, clientId: string) {
	connectDatabase(path);
	const versions = await listVersions(clientId);
	disconnectDatabase();
	return versions;
}

describe('kill -9 during publish', () => {
	it('loses no acknowledged version and leaves no half one', { timeout: 120_000 }, async () => {
		const paths = DATABASES.map((name) => file(name));
		const runs = await Promise.all(paths.map(runAndKillAgainAndAgain));
		for (const [index, { clientId, acknowledged }] of runs.entries()) {
			checkVersions(await storedVersions(paths[index] ?? '', clientId), acknowledged);
		}
	});
});

function checkVersions(versions: readonly Version[], acknowledged: readonly number[]): void {
	const numbers = versions.map(({ number }) => number).reverse();
	expect(acknowledged.length).toBeGreaterThan(KILLS);
	expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
	expect(new Set(acknowledged).size).toBe(acknowledged.length);
	expect(acknowledged.filter((number) => number > numbers.length)).toEqual([]);
	for (const { number, selection, scope } of versions) {
		expect({ number, selection, scope }).toEqual(
			number % 2 === 1
				? { number, selection: [{ code: 'vin', required: false }], scope: 'read_vin' }
				: { number, selection: [{ code: 'make', required: false }], scope: 'read_vehicle_info' }
		);
	}
}

describe('two publishers in two processes', () => {
	it('never publish the same number twice, and never fail', { timeout: 60_000 }, async () => {
		const first = readRun(await outputOf(start(file(), '', 1)));
		const outputs = await Promise.all([
			outputOf(start(file(), first.clientId, 200)),
			outputOf(start(file(), first.clientId, 200))
		]);
		const [one, two] = outputs.map((output) => readRun(output).acknowledged);
		const all = [...first.acknowledged, ...(one ?? []), ...(two ?? [])].sort((a, b) => a - b);
		expect(new Set(all).size).toBe(all.length);
		expect(
			(await storedVersions(file(), first.clientId)).map(({ number }) => number).reverse()
		).toEqual(all);
	});
});

async function outputOf(child: ReturnType<typeof start>): Promise<string> {
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const [code] = await once(child, 'close');
	expect(code).toBe(0);
	return output;
}
