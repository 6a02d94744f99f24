// @ts-check
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { onStarterGone } from './starter.js';

/** @type {readonly NodeJS.Signals[]} */
const FORWARDED = ['SIGTERM', 'SIGINT', 'SIGHUP'];

const INHERITED_PATH = process.env.PATH ?? '';

/**
 * Runs a program on the first runtime that can be started, hands on the signals that end it, and
 * ends as it does.
 *
 * @param {readonly string[]} runtimes
 * @param {readonly string[]} args
 */
export function runFirst([runtime = '', ...others], args) {
	// What the program starts by the name of `node` is to be the same Node.
	process.env.PATH = [dirname(runtime), INHERITED_PATH].join(delimiter);
	const child = spawn(runtime, args, { stdio: 'inherit' });
	for (const signal of FORWARDED) process.on(signal, forward);
	const stopWatching = onStarterGone(() => child.kill('SIGTERM'));

	child.once('error', (error) => {
		if (child.pid !== undefined) return;
		release();
		if (others.length > 0) return runFirst(others, args);
		console.error(
			`${runtime} cannot be started (${error.message}). Install Node 24 from https://nodejs.org.`
		);
		process.exitCode = 1;
	});
	child.once('exit', (code, signal) => {
		release();
		if (signal) process.kill(process.pid, signal);
		else process.exitCode = code ?? 1;
	});

	/** @param {NodeJS.Signals} signal */
	function forward(signal) {
		child.kill(signal);
	}

	function release() {
		stopWatching();
		for (const signal of FORWARDED) process.off(signal, forward);
	}
}
