import { readFileSync } from 'node:fs';

/** Of a second; the same on every Linux (man 5 proc, sysconf(_SC_CLK_TCK)). */
const TICKS = 100;

/**
 * Milliseconds that a process has spent on the processors so far, which other programs of the
 * machine hardly change; NaN where the system does not tell it.
 */
export function processorTime(pid: number): number {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name of the program, in parentheses, may hold anything.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
	} catch {
		return NaN;
	}
}
