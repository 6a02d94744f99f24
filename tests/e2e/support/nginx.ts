import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where distributions put it, beside what the search path names. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

export const nginxBinary = FOLDERS.map((folder) => join(folder, 'nginx')).find(existsSync);

export interface Nginx {
	readonly origin: string;
	stop(): Promise<void>;
}

/** Name and password that {@link exampleSite} lets in. */
export const VISITOR = { username: 'dev', password: 'let me in' };

/** The site of deploy/nginx.conf for a port of this machine, without TLS. */
export function exampleSite(port: number, upstream: number): string {
	return readFileSync('deploy/nginx.conf', 'utf8')
		.replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
		.replace(/^\s*ssl_.*$/gm, '')
		.replaceAll('http://127.0.0.1:3000', `http://127.0.0.1:${upstream}`)
		.replace('/etc/nginx/valetkey.htpasswd', 'htpasswd');
}

/** What nginx does when nothing but the address to ask is set. */
export function plainSite(port: number, upstream: number): string {
	return `server {
		listen 127.0.0.1:${port};
		proxy_buffer_size 16k;
		proxy_buffers 8 16k;
		location / { proxy_pass http://127.0.0.1:${upstream}; }
	}`;
}

/** Runs nginx with one site, until it is stopped. */
export async function startNginx(site: string, port: number): Promise<Nginx> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-nginx-'));
	writeFileSync(join(folder, 'htpasswd'), `${VISITOR.username}:{PLAIN}${VISITOR.password}\n`);
	const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
		(name) => `${name}_temp_path ${name};`
	);
	writeFileSync(
		join(folder, 'nginx.conf'),
		`daemon off;
		${process.getuid?.() === 0 ? 'user root;' : ''}
		pid nginx.pid;
		worker_processes 1;
		error_log stderr error;
		events {}
		http { access_log off; ${paths.join(' ')}
		${site} }`
	);
	const child = spawn(nginxBinary ?? 'nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const exited = once(child, 'exit');
	await Promise.race([
		listening(port),
		exited.then(([code]) => {
			throw new Error(`nginx ended with code ${code}`);
		})
	]);
	return {
		origin: `http://127.0.0.1:${port}`,
		async stop() {
			child.kill('SIGTERM');
			await exited;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function listening(port: number): Promise<void> {
	for (;;) {
		const socket = connect(port, '127.0.0.1');
		const [answered] = await Promise.race([
			once(socket, 'connect').then(() => [true]),
			once(socket, 'error').then(() => [false])
		]).catch(() => [false]);
		socket.destroy();
		if (answered) return;
		await pause(50);
	}
}
