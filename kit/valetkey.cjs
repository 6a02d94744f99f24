// @ts-check
// CommonJS, so that Jest can load it, and without a package, so that it can be copied along; what
// imports ES modules takes valetkey.js beside it.
const { spawn } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { request } = require('node:http');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { createInterface } = require('node:readline');

/** The checkout that this file stands in. */
const PROJECT = join(__dirname, '..');

/** Milliseconds until it has to be ready: the first start after a change builds. */
const PATIENCE = 300_000;

/** Milliseconds that a server gets to end in order. */
const GRACE = 10_000;

/** Characters that are kept of what a server says before it is ready. */
const MOST_WORDS = 4000;

/** What a server takes over; all else may be meant for the app under test, such as its own PORT. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'USERPROFILE', 'LANG'];

/** @type {import('./valetkey.d.cts').Seed} */
const NOTHING = { applications: [] };

/** @type {typeof import('./valetkey.d.cts').startValetkey} */
async function startValetkey({ seed = NOTHING, env = {}, timeout = PATIENCE } = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-'));
	const child = spawn(
		process.execPath,
		[join(PROJECT, 'server', 'launch.js'), join('server', 'start.js')],
		{ cwd: PROJECT, env: environment(folder, seed, env), stdio: ['ignore', 'pipe', 'pipe'] }
	);
	const end = () => void child.kill('SIGTERM');
	const ended = new Promise((done) => child.once('close', done));
	process.once('exit', end);
	try {
		const { address, pid } = await ready(child, timeout);
		// A server that nobody stops keeps no test run from ending, and ends with it.
		hold(child, 'unref');
		/** @type {Promise<void> | undefined} */
		let stopped;
		return {
			url: address,
			pid,
			wipe: (next = seed) => wipe(address, readSeed(next)),
			stop: () => (stopped ??= stop([pid]))
		};
	} catch (error) {
		await stop([]);
		throw error;
	}

	/** @param {readonly number[]} pids of those that may outlive what started them */
	async function stop(pids) {
		process.off('exit', end);
		hold(child, 'ref');
		end();
		const late = setTimeout(() => {
			for (const pid of pids) killIfThere(pid);
			child.kill('SIGKILL');
		}, GRACE);
		await ended;
		clearTimeout(late);
		rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

/**
 * @param {string} folder of its own
 * @param {string | import('./valetkey.d.cts').Seed} seed
 * @param {Readonly<Record<string, string>>} env
 */
function environment(folder, seed, env) {
	const file = typeof seed === 'string' ? resolve(seed) : join(folder, 'seed.json');
	if (typeof seed !== 'string') writeFileSync(file, JSON.stringify(seed));
	const inherited = INHERITED.map((name) => [name, process.env[name]]);
	return {
		...Object.fromEntries(inherited.filter(([, value]) => value !== undefined)),
		// What a file .env beside the server says is not meant for tests; empty stands for left out.
		...{ ORIGIN: '', ORIGINS: '', ALLOW_PUBLIC: '', ADDRESS_HEADER: '', SECRET_KEY: '' },
		...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', RATE_LIMITS: 'off' },
		...{ DATABASE_URL: `file:${join(folder, 'valetkey.db')}`, SEED: file },
		...env,
		// It ends with this process, also where that is killed.
		STARTED_BY: String(process.pid)
	};
}

/**
 * Waits for the line of JSON that says where it is.
 *
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {number} timeout
 * @returns {Promise<{ readonly address: string, readonly pid: number }>}
 */
function ready(child, timeout) {
	return new Promise((done, fail) => {
		let words = '';
		/** @param {string} what */
		const giveUp = (what) => {
			clearTimeout(timer);
			fail(new Error([`Valetkey ${what}.`, words.trim()].filter(Boolean).join(' ')));
		};
		const timer = setTimeout(
			() => giveUp(`was not ready after ${timeout / 1000} seconds`),
			timeout
		);
		/** @param {Buffer} chunk */
		const note = (chunk) => void (words = (words + chunk.toString()).slice(-MOST_WORDS));
		child.stderr.on('data', note);
		child.once('error', (error) => giveUp(`cannot be started: ${error.message}`));
		child.once('close', () => giveUp('did not start'));
		createInterface(child.stdout).on('line', (line) => {
			const said = line.startsWith('{') ? JSON.parse(line) : {};
			if (said.event !== 'ready') return;
			clearTimeout(timer);
			child.stderr.off('data', note).pipe(process.stderr, { end: false });
			done(said);
		});
	});
}

/**
 * Lets a child and what it says keep this process going, or not.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {'ref' | 'unref'} how
 */
function hold(child, how) {
	child[how]();
	for (const stream of [child.stdout, child.stderr]) {
		if (stream && how in stream) /** @type {import('node:net').Socket} */ (stream)[how]();
	}
}

/** @param {number} pid */
function killIfThere(pid) {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It has ended.
	}
}

/** @param {string | import('./valetkey.d.cts').Seed} seed */
const readSeed = (seed) =>
	typeof seed === 'string' ? JSON.parse(readFileSync(seed, 'utf8')) : seed;

/**
 * Not by `fetch`, which some environments of tests replace or lack.
 *
 * @param {string} address
 * @param {import('./valetkey.d.cts').Seed} seed
 * @returns {Promise<void>}
 */
function wipe(address, seed) {
	return new Promise((done, fail) => {
		const headers = { 'content-type': 'application/json' };
		const asked = request(`${address}/sandbox/api/wipe`, { method: 'POST', headers, agent: false });
		asked.on('error', fail).on('response', (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (chunk) => (text += chunk));
			answer.on('end', () => {
				if (answer.statusCode === 200) return done();
				fail(new Error(`Valetkey was not wiped: ${JSON.parse(text).error_description}`));
			});
		});
		asked.end(JSON.stringify({ seed }));
	});
}

module.exports = { startValetkey };
