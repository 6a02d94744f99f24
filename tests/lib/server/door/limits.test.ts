import { LIMITS, limitsFor, mostOpenFiles } from '#lib/server/door/limits.ts';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';

it.each([
	[null, LIMITS.connections],
	[2 * LIMITS.connections, LIMITS.connections],
	[2 * LIMITS.connections - 1, LIMITS.connections - 1],
	[200, 100],
	[1, 1]
])('where %s files may be open, %i connections are', (openFiles, connections) => {
	expect(limitsFor(openFiles)).toEqual({ ...LIMITS, connections });
});

it.runIf(existsSync('/proc/self/limits'))('what the shell allows is found', () => {
	const path = JSON.stringify(
		new URL('../../../../src/lib/server/door/limits.ts', import.meta.url)
	);
	const program = `import(${path}).then(({ mostOpenFiles }) => console.log(mostOpenFiles()))`;
	const { stdout } = spawnSync('sh', [
		'-c',
		'ulimit -n 137; exec "$0" -e "$1"',
		process.execPath,
		program
	]);
	expect(stdout.toString()).toBe('137\n');
	expect(mostOpenFiles()).toBeGreaterThan(0);
});
