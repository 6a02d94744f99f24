import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { inProject } from '../server/project.ts';
import { freePort, lineStarting } from './temporary-server.ts';

// Installs and starts a copy with an old npm on the machine's own Node and with the newest one on
// the project's: the first compiles what nobody asked for, the other asks what may run.
const [project = '', ...machine] = (process.env.PATH ?? '').split(delimiter);
if (project !== dirname(process.execPath)) throw new Error('Run it by server/launch.js.');

await tryNpm(
	'10.8.2',
	machine.filter((folder) => !folder.includes('node_modules'))
);
await tryNpm('latest', [project, ...machine]);

async function tryNpm(version: string, path: readonly string[]): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-npm-'));
	try {
		copyProject(join(folder, 'project'));
		const env = { ...process.env, PATH: path.join(delimiter) };
		const npm = installNpm(version, join(folder, 'npm'));
		const project = join(folder, 'project');
		const install = spawnSync('node', [npm, 'ci'], { cwd: project, env, encoding: 'utf8' });
		if (install.status !== 0) throw new Error(`npm ci: ${install.stderr}`);
		const began = performance.now();
		await startOnce(npm, project, env);
		const node = spawnSync('node', ['-v'], { env, encoding: 'utf8' }).stdout.trim();
		const seconds = ((performance.now() - began) / 1000).toFixed(1);
		console.log(`npm ${version} on Node ${node}: installs, and starts and ends in ${seconds} s`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Of its own, since npx keeps signals from the npm that it runs. */
function installNpm(version: string, folder: string): string {
	const args = ['install', '--silent', '--ignore-scripts', '--prefix', folder, `npm@${version}`];
	const { status } = spawnSync('npm', args, { stdio: 'inherit' });
	if (status !== 0) throw new Error(`npm ${version} cannot be had`);
	return join(folder, 'node_modules/npm/bin/npm-cli.js');
}

/** What is checked in, and the build that was made from it. */
function copyProject(folder: string): void {
	const listed = spawnSync('git', ['ls-files', '-z'], { cwd: inProject('.'), encoding: 'utf8' });
	for (const file of listed.stdout.split('\0').filter(Boolean)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(inProject(file), join(folder, file));
	}
	cpSync(inProject('build'), join(folder, 'build'), { recursive: true });
}

async function startOnce(npm: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
	const child = spawn('node', [npm, 'start'], {
		cwd,
		env: { ...env, PORT: String(await freePort()) },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await lineStarting('Valetkey is ready', child);
	const closed = once(child, 'close');
	child.kill('SIGTERM');
	await closed;
}
