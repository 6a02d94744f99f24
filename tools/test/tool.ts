import { spawn } from 'node:child_process';
import { findProgram } from '../../server/launch/program.js';
import { inProject } from '../../server/project.ts';

export interface ToolRun {
	readonly title: string;
	/** Tool of one of the packages. */
	readonly tool: string;
	readonly args: readonly string[];
	/** More of the environment. */
	readonly env?: Readonly<Record<string, string>>;
	/** Shows the output once the tool has ended, for what runs beside another. */
	readonly apart?: boolean;
}

/** Runs a tool from the top of the project; false when it failed. */
export function runTool({ title, tool, args, env, apart = false }: ToolRun): Promise<boolean> {
	const command = `> ${title}: ${tool} ${args.filter((arg) => !arg.startsWith('--output')).join(' ')}`;
	if (!apart) console.log(`\n${command}`);
	const began = performance.now();
	const child = spawn(process.execPath, [findProgram(tool), ...args], {
		cwd: inProject('.'),
		env: { ...process.env, ...env },
		stdio: ['ignore', apart ? 'pipe' : 'inherit', apart ? 'pipe' : 'inherit']
	});
	const output: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (chunk: Buffer) => output.push(chunk));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => {
			const seconds = Math.round((performance.now() - began) / 1000);
			if (apart) console.log(`\n${command}\n${Buffer.concat(output).toString().trim()}`);
			console.log(`${title}: ${code === 0 ? 'done' : 'FAILED'} after ${seconds} s`);
			resolve(code === 0);
		});
	});
}
