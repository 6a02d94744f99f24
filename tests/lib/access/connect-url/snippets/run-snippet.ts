import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import type { ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import type { Target } from '#lib/access/connect-url/snippets/environment.ts';
import type { Snippet } from '#lib/access/connect-url/snippets/snippets.ts';
import { spawn, spawnSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import { LIVE, redirectUri, snippet } from './parameter-sets.ts';

interface Run {
	readonly target?: Target;
	/** Stands before the code: a stand-in for what would reach the network. */
	readonly before?: string;
	/** The code that came back; without one the link is printed. */
	readonly code?: string;
}

/** A program, and the arguments by which it reads another program from its input. */
const PROGRAMS = {
	node: [process.execPath, '--input-type=module', '-'],
	python: ['python3', '-'],
	curl: ['bash', '-s', '--']
} as const satisfies Partial<Record<Snippet['id'], readonly [string, ...string[]]>>;

export type Runnable = keyof typeof PROGRAMS;

/** Whether this machine has the program; Node is there in any case. */
export function hasProgramFor(id: Runnable): boolean {
	return spawnSync(PROGRAMS[id][0], ['--version']).status === 0;
}

/** Runs a snippet in nothing but its own environment. @returns what it prints */
export async function runSnippet(
	id: Runnable,
	link: string,
	{ target = LIVE, before = '', code }: Run = {}
): Promise<string> {
	const written = snippet(id, link, target);
	const [program, ...words] = PROGRAMS[id];
	const child = spawn(program, code === undefined ? words : [...words, code], {
		env: { PATH: process.env.PATH, ...parseEnv(written.environment ?? '') },
		stdio: 'pipe'
	});
	const output: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
	child.stdin.end(`${before}\n${written.code}\n`);
	const status = await new Promise((resolve) => child.on('close', resolve));
	if (status !== 0) throw new Error(output.stderr);
	return output.stdout.trimEnd();
}

/** Parameters that mean the same as leaving them out. */
const DEFAULTS = ['approval_prompt=auto', 'mode=live'];

/** What a link asks for, whatever the order of its parameters. */
export function meaning(link: string): readonly string[] {
	const { origin, pathname, searchParams } = new URL(link);
	const pairs = [...searchParams].map((pair) => pair.join('='));
	return [origin + pathname, ...pairs.filter((pair) => !DEFAULTS.includes(pair)).sort()];
}

/** The link that a snippet has to print: the redirect URI of the exchange stands in it. */
export function wantedLink(parameters: ConnectParameters, origin?: string): string {
	const named = parameters.responseType === 'none' ? {} : { redirectUri };
	return buildConnectUrl({ ...named, ...parameters }, origin === undefined ? {} : { origin });
}
