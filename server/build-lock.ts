import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks whether another start is done building. */
const PAUSE = 200;

/**
 * Does something in the place of all who want it done at once, such as the workers of a test run that
 * each start a server: those that come meanwhile wait. One that was killed half-way holds up nobody.
 *
 * @param file that stands there meanwhile, with the number of the process
 */
export async function oneAtATime(file: string, work: () => Promise<void>): Promise<void> {
	mkdirSync(dirname(file), { recursive: true });
	while (!take(file)) {
		if (!isHeld(file)) rmSync(file, { force: true });
		else await pause(PAUSE);
	}
	try {
		await work();
	} finally {
		rmSync(file, { force: true });
	}
}

function take(file: string): boolean {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	}
}

/** Whether the process that it names goes on. One that has not written its number yet does. */
function isHeld(file: string): boolean {
	try {
		const pid = Number(readFileSync(file, 'utf8'));
		if (pid > 0) process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

const codeOf = (error: unknown) =>
	error instanceof Error && 'code' in error ? error.code : undefined;
