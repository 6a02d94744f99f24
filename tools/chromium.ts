import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { inProject } from '../server/project.ts';

/** Debian's packages; the first is the same engine without windows, and takes half the time. */
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];

const SYSTEM_PATHS = [
	...DEBIAN_PACKAGES.map((name) => `/usr/bin/${name}`),
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable'
];

const HOW_TO =
	'No Chromium found: install one ("apt-get install chromium-headless-shell" or "npx playwright install chromium") or set CHROMIUM_PATH.';

/** Chromium cannot be found, or CHROMIUM_PATH names none. */
export class ChromiumError extends Error {
	override name = 'ChromiumError';
}

/**
 * Path of the Chromium to test with: `CHROMIUM_PATH`, the system's, or Playwright's own.
 *
 * @returns null when there is none.
 * @throws {ChromiumError} when `CHROMIUM_PATH` names something that cannot be run.
 */
export function findChromium(): string | null {
	const asked = process.env.CHROMIUM_PATH;
	if (asked) {
		if (isExecutable(asked)) return asked;
		throw new ChromiumError(
			`CHROMIUM_PATH is ${asked}, which cannot be run. Write the path of a Chromium.`
		);
	}
	return [...SYSTEM_PATHS, chromium.executablePath()].find(isExecutable) ?? null;
}

/**
 * Finds a Chromium, and installs one where there is none: Debian's package as root, else
 * Playwright's download.
 *
 * @throws {ChromiumError} with one line that says what to install.
 */
export function ensureChromium(): string {
	const found = findChromium();
	if (found) return found;
	const asRoot = process.getuid?.() === 0;
	if (!(asRoot && existsSync('/usr/bin/apt-get') && installDebianPackage())) installDownload();
	const installed = findChromium();
	if (!installed) throw new ChromiumError(HOW_TO);
	return installed;
}

/** Flags that keep Chromium off the network; as root its sandbox cannot start. */
export function chromiumFlags(): string[] {
	return [
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--no-first-run'
	];
}

function installDebianPackage(): boolean {
	console.log('Installing Chromium from the Debian archive …');
	return (
		run('apt-get', ['-qq', 'update']) &&
		DEBIAN_PACKAGES.some((name) =>
			run('apt-get', ['-qq', '-y', 'install', '--no-install-recommends', name])
		)
	);
}

function installDownload(): boolean {
	console.log('Downloading Chromium for Playwright …');
	return run(process.execPath, [
		inProject('node_modules/@playwright/test/cli.js'),
		'install',
		'chromium'
	]);
}

function run(command: string, args: readonly string[]): boolean {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
