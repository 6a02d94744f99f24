import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killPublishers, readPublishes, storedVersions } from '../../../../soak/kill-publishers.ts';
import { bundle } from '../../../support/bundle.ts';
import { useFolder } from '../../../support/storage.ts';

const folder = useFolder();

it('kill -9 during publish loses no acknowledged version and leaves no half one', async () => {
	const { faults } = await killPublishers({ databases: 2, kills: 5 });
	expect(faults).toEqual([]);
});

it('two publishers in two processes never publish the same number twice, and never fail', async () => {
	const program = await bundle('tests/support/publish-loop.ts', folder.path);
	const path = join(folder.path, 'valetkey.db');
	const publish = async (clientId: string, most: number) =>
		readPublishes(await outputOf(program, [path, clientId, String(most)]));
	const first = await publish('', 1);
	const both = await Promise.all([publish(first.clientId, 100), publish(first.clientId, 100)]);
	const all = [first, ...both].flatMap(({ acknowledged }) => acknowledged).sort((a, b) => a - b);
	expect(new Set(all).size).toBe(all.length);
	const stored = await storedVersions(path, first.clientId);
	expect(stored.map(({ number }) => number)).toEqual(all);
});

async function outputOf(program: string, args: readonly string[]): Promise<string> {
	const child = spawn(process.execPath, [program, ...args], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const [code] = await once(child, 'close');
	expect(code).toBe(0);
	return output;
}
