import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const Lockfile = z.object({
	packages: z.record(
		z.string(),
		z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) })
	)
});

const { packages } = Lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

test('every optional dependency named in the lockfile stands in it', () => {
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
		Object.keys(optionalDependencies)
			.filter((name) => !isLocked(name, path))
			.map((name) => `${name}, wanted by ${path}`)
	);
	expect(missing).toEqual([]);
});

test('the runtime itself is locked to Node 24', () => {
	expect(isLocked('node', '')).toBe(true);
	expect(process.versions.node).toMatch(/^24\./);
});

/** Looks where Node would: beside the package that asks, then in every folder above it. */
function isLocked(name: string, from: string): boolean {
	for (let path = from; ; path = parentOf(path)) {
		if (`${path && `${path}/`}node_modules/${name}` in packages) return true;
		if (path === '') return false;
	}
}

function parentOf(path: string): string {
	const end = path.lastIndexOf('/node_modules/');
	return end === -1 ? '' : path.slice(0, end);
}
