import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Longest time in milliseconds between the first acknowledgement of a run and its kill. */
const LONGEST_LIFE = 40;

interface Killing {
	/** Settings of the program, beside those of this one. */
	readonly env?: NodeJS.ProcessEnv;
	/** Milliseconds that it lives after the acknowledgement at most. */
	readonly longest?: number;
}

/**
 * Runs a program and kills it at a random moment after it acknowledged something.
 *
 * @param acknowledgement what the program writes when it was told that something is kept
 * @returns what it wrote, whole lines only: what a kill cut short, nobody has seen
 * @throws {Error} when the program ends by itself
 */
export async function runAndKill(
	program: string,
	args: readonly string[],
	acknowledgement: string,
	{ env = {}, longest = LONGEST_LIFE }: Killing = {}
): Promise<string> {
	const child = spawn(process.execPath, [program, ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, ...env }
	});
	let output = '';
	let doomed = false;
	child.stdout.on('data', (chunk: Buffer) => {
		output += chunk.toString();
		if (doomed || !output.includes(acknowledgement)) return;
		doomed = true;
		setTimeout(() => child.kill('SIGKILL'), Math.random() * longest);
	});
	await once(child, 'close');
	if (child.signalCode !== 'SIGKILL') {
		throw new Error(`${program} ended with ${child.exitCode ?? child.signalCode} by itself`);
	}
	return output.slice(0, output.lastIndexOf('\n') + 1);
}
