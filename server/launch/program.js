// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.js';
import { Fault } from './fault.js';

/** Tools whose package has another name. */
const PACKAGES = new Map([
	['playwright', '@playwright/test'],
	['svelte-kit', '@sveltejs/kit']
]);

/**
 * Finds what a script names. Not in node_modules/.bin: what stands there is no program of Node
 * everywhere.
 *
 * @param {string} name a path in the project, or a tool of one of its packages
 * @returns {string} the absolute path of a program for Node
 * @throws {Fault} when its package is not installed
 */
export function findProgram(name) {
	const file = join(PROJECT, name);
	if (/\.[jt]s$/.test(name) && existsSync(file)) return file;
	const folder = join(PROJECT, 'node_modules', PACKAGES.get(name) ?? name);
	const manifest = join(folder, 'package.json');
	if (!existsSync(manifest)) {
		throw new Fault(`${name} is not installed. Run "npm ci", development dependencies included.`);
	}
	const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[name]);
}
