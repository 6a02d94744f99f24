// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './fault.js';
import { PROJECT } from './project.js';

/** From here on types are stripped without a flag. */
const OLDEST = '22.18.0';
/** A packaged Node older than this comes second to a newer one of the machine. */
const MAINTAINED = '24.18.0';

/**
 * @typedef {{ path: string, version: string }} Runtime
 */

/**
 * What the project can run on, best first. A second one serves where the first cannot be started,
 * as a Node for glibc on a machine without it.
 *
 * @returns {Promise<[string, ...string[]]>} paths of binaries
 * @throws {Fault} when there is none, or when the database's driver does not work with it
 */
export async function chooseRuntimes() {
	const packaged = findPackaged();
	/** @type {Runtime} */
	const own = { path: process.execPath, version: process.versions.node };
	const [first, ...others] = rankRuntimes(packaged, own);
	if (!first) throw new Fault(missingRuntime(own.version));
	if (first.path === own.path) await checkDriver();
	return [first.path, ...others.map(({ path }) => path)];
}

/**
 * @param {Runtime | null} packaged the one that came with `npm ci`
 * @param {Runtime} own the machine's
 * @returns {Runtime[]}
 */
export function rankRuntimes(packaged, own) {
	const fitting = [packaged, own].filter(
		/** @returns {runtime is Runtime} */
		(runtime) => runtime !== null && isAtLeast(runtime.version, OLDEST)
	);
	const [first, second] = fitting;
	if (!second || !first || isAtLeast(first.version, MAINTAINED)) return fitting;
	return isAtLeast(second.version, first.version) ? [second, first] : fitting;
}

/**
 * Finds the platform package among those that package.json names. npm installs the one whose `os`
 * and `cpu` fit; a node_modules of another machine holds one that does not.
 *
 * @returns {Runtime | null}
 */
function findPackaged() {
	const { optionalDependencies = {} } = readJson(join(PROJECT, 'package.json'));
	for (const name of Object.keys(optionalDependencies)) {
		const folder = join(PROJECT, 'node_modules', name);
		if (!existsSync(join(folder, 'package.json'))) continue;
		const { os, cpu, bin, version } = readJson(join(folder, 'package.json'));
		const path = typeof bin?.node === 'string' ? join(folder, bin.node) : '';
		if (os !== process.platform || cpu !== process.arch || !existsSync(path)) continue;
		return { path, version: version.replace(/^v/, '') };
	}
	return null;
}

/** The driver is native: where no binary of it fits, only this says so in one line. */
async function checkDriver() {
	try {
		const { default: Database } = await import('better-sqlite3');
		new Database(':memory:').close();
	} catch (error) {
		const known =
			error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
		throw new Fault(
			known
				? 'The packages are not installed. Run "npm ci" first.'
				: `better-sqlite3 does not work with Node ${process.versions.node} on ${process.platform} ${process.arch}: ${error instanceof Error ? error.message : String(error)}`
		);
	}
}

/** @param {string} version of the machine's Node */
function missingRuntime(version) {
	if (!existsSync(join(PROJECT, 'node_modules', 'better-sqlite3')))
		return 'The packages are not installed. Run "npm ci" first.';
	return `No Node for this machine (${process.platform} ${process.arch}) is among the installed packages, and its own is ${version}. Run "npm ci" with optional dependencies, or install Node 24 (${OLDEST} or later will do) from https://nodejs.org.`;
}

/**
 * @param {string} version
 * @param {string} least
 */
function isAtLeast(version, least) {
	const numbers = version.split('.').map(Number);
	for (const [index, number] of least.split('.').map(Number).entries()) {
		const difference = (numbers[index] ?? 0) - number;
		if (difference !== 0) return difference > 0;
	}
	return true;
}

/** @param {string} path */
function readJson(path) {
	return JSON.parse(readFileSync(path, 'utf8'));
}
