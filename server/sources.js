// @ts-check
import { createHash } from 'node:crypto';
import {
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './launch/project.js';

/** What a build is made from; a change of any of them makes the build old. */
const SOURCES = [
	'src',
	'server',
	'static',
	'drizzle/sqlite',
	'svelte.config.js',
	'vite.config.ts',
	'tools/vite',
	'package.json',
	'package-lock.json'
];

/** Tells what the build was made from. Written last, so that it stands for a whole build. */
const STAMP = 'build/sources.json';

/** Milliseconds after which a change can no longer share its time with one that comes later. */
const SETTLED = 2000;

/** By the clock of the machine. What else asks it has types, which would have to be stripped. */
const machineNow = () => performance.timeOrigin + performance.now();

/**
 * @typedef {object} Sources
 * @property {string} sha256 of what stands in the files
 * @property {string | null} seen how the files looked to the file system; null where that says nothing
 */

/**
 * Whether the build was made from the sources as they are. That a file was neither changed nor moved
 * is believed the file system: its time of change (ctime) and its number are set by nobody. Where they
 * are others, as in every copy and checkout, what stands in the files decides.
 */
export function isBuildFresh(project = PROJECT, now = machineNow()) {
	const built = readStamp(project);
	if (built === null) return false;
	const seen = lookAtSources(project, now);
	if (seen !== null && seen === built.seen) return true;
	if (built.sha256 !== digestOfSources(project)) return false;
	try {
		writeStamp({ ...built, seen }, project);
	} catch {
		// Nothing can be written here, so that every start reads the files.
	}
	return true;
}

/** The sources as they are now. */
export function takeSources(project = PROJECT, now = machineNow()) {
	const seen = lookAtSources(project, now);
	return { sha256: digestOfSources(project), seen };
}

/**
 * @param {Sources} sources
 * @param {string} project
 */
export function writeStamp(sources, project = PROJECT) {
	const file = join(project, STAMP);
	const partial = `${file}.${process.pid}`;
	writeFileSync(partial, JSON.stringify(sources));
	renameSync(partial, file);
}

/** @returns {Sources | null} what the build was made from; null without a build */
export function readStamp(project = PROJECT) {
	const file = join(project, STAMP);
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * @param {string} project
 * @param {number} now
 */
function lookAtSources(project, now) {
	const looks = [];
	for (const path of pathsOf(project)) {
		const { size, mtimeMs, ctimeMs, dev, ino } = statSync(join(project, path));
		if (ctimeMs > now - SETTLED) return null;
		looks.push(path, size, mtimeMs, ctimeMs, dev, ino);
	}
	return createHash('sha256').update(looks.join('\0')).digest('hex');
}

/** @param {string} project */
function digestOfSources(project) {
	const hash = createHash('sha256');
	for (const path of pathsOf(project)) {
		const contents = readFileSync(join(project, path));
		hash.update(`${path}\0${contents.length}\0`).update(contents);
	}
	return hash.digest('hex');
}

/**
 * @param {string} project
 * @returns {readonly string[]} every file from the top of the project, in an order of its own
 */
function pathsOf(project) {
	/** @type {string[]} */
	const paths = [];
	for (const path of SOURCES.filter((source) => existsSync(join(project, source)))) {
		if (!statSync(join(project, path)).isDirectory()) paths.push(path);
		else addFolder(path);
	}
	return paths;

	/** @param {string} folder */
	function addFolder(folder) {
		const entries = readdirSync(join(project, folder), { withFileTypes: true });
		entries.sort((a, b) => (a.name < b.name ? -1 : 1));
		for (const entry of entries) {
			const path = `${folder}/${entry.name}`;
			if (entry.isDirectory()) addFolder(path);
			else paths.push(path);
		}
	}
}
