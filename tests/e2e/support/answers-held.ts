import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Has every server that the run starts hold its answers against what its APIs say of themselves. */
export function holdAnswers(): void {
	const program = pathToFileURL(resolve('tests/support/described/in-server.ts')).href;
	process.env.SERVER_NODE_OPTIONS = `--import ${program}`;
	process.env.ANSWER_FAULTS ??= join(tmpdir(), `valetkey-answers-${process.pid}`);
}

/** Fails the run when an answer was otherwise. */
export default function judgeAnswers(): void {
	const file = process.env.ANSWER_FAULTS ?? '';
	if (!existsSync(file)) return;
	const faults = readFileSync(file, 'utf8');
	rmSync(file);
	throw new Error(`Answers that are not as their API describes them:\n${faults}`);
}
