// @ts-check
// Runs a program of the project, or a tool of one of its packages, on the project's own Node:
// `node server/launch.js server/start.js`, `node server/launch.js vite build`. It and what it
// imports are plain JavaScript, since the machine's Node runs them, from version 20 on.
import { Fault } from './launch/fault.js';
import { findProgram } from './launch/program.js';
import { runFirst } from './launch/run.js';
import { chooseRuntimes } from './launch/runtime.js';

const [, , name = '', ...args] = process.argv;
try {
	runFirst(await chooseRuntimes(), [findProgram(name), ...args]);
} catch (error) {
	if (!(error instanceof Fault)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
