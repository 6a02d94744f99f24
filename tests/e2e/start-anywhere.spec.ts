import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, lineStarting } from '../../tools/temporary-server.ts';
import { copyProject, type ProjectCopy } from './support/project-copy.ts';

/** What is installed with `npm ci --omit=dev`. */
const PRODUCTION = Object.entries(readManifest())
	.flatMap(([kind, names]) => (/^(optionalD|d)ependencies$/.test(kind) ? Object.keys(names) : []))
	.filter((name) => existsSync(join('node_modules', name)));

let copy: ProjectCopy;

test.afterEach(() => copy.remove());

/** Serves a copy until its ready line, and stops it. */
async function serveOnce(env: Record<string, string>): Promise<string> {
	const child = copy.serve(env);
	const closed = new Promise((resolve) => child.once('close', resolve));
	try {
		return await lineStarting('Valetkey is ready', child);
	} finally {
		child.kill('SIGTERM');
		await closed;
	}
}

test('it starts from any folder, without development dependencies, and its database is its own', async () => {
	copy = copyProject(PRODUCTION);
	const port = String(await freePort());
	expect(await serveOnce({ PORT: port })).toBe(`Valetkey is ready on http://127.0.0.1:${port}`);
	expect(existsSync(join(copy.path, 'data/valetkey.db'))).toBe(true);
	expect(readdirSync(copy.elsewhere)).toEqual([]);
});

test('.env is read, its paths are those of the project, and the environment wins over it', async () => {
	copy = copyProject(PRODUCTION);
	const [written, given] = [String(await freePort()), String(await freePort())];
	writeFileSync(join(copy.path, '.env'), `PORT=${written}\nDATABASE_URL=file:kept/here.db\n`);
	expect(await serveOnce({})).toContain(`:${written}`);
	expect(existsSync(join(copy.path, 'kept/here.db'))).toBe(true);
	expect(await serveOnce({ PORT: given })).toContain(`:${given}`);
	expect(existsSync(join(copy.path, 'data'))).toBe(false);
});

test('a wrong setting in .env is named like any other', () => {
	copy = copyProject(PRODUCTION);
	writeFileSync(join(copy.path, '.env'), 'PORT=many\n');
	const { status, lines } = copy.start();
	expect(status).toBe(1);
	expect(lines).toEqual([expect.stringMatching(/^PORT is "many"; allowed is a port number/)]);
});

test('a missing build that cannot be made is one line', () => {
	copy = copyProject(PRODUCTION);
	copy.removePart('build');
	const { status, lines } = copy.start();
	expect(status).toBe(1);
	expect(lines).toEqual([
		'There is no build, and the development dependencies that make one are not installed. Run "npm ci && npm run build", or bring the folder build/ along from where it was made.'
	]);
});

test('a build is as old as its sources say, whatever the times of the files', async () => {
	copy = copyProject(PRODUCTION);
	const page = join(copy.path, 'src/app.html');
	const future = new Date(Date.now() + 3_600_000);
	utimesSync(page, future, future);
	expect(await serveOnce({ PORT: String(await freePort()) })).toContain('ready');

	writeFileSync(page, readFileSync(page, 'utf8').replace('<html', '<html '));
	utimesSync(page, new Date(0), new Date(0));
	const { status, lines } = copy.start();
	expect(status).toBe(1);
	expect(lines).toEqual([expect.stringMatching(/^The build is of other sources, and /)]);
});

test('without packages it says to install them', () => {
	copy = copyProject([]);
	const { status, lines } = copy.start();
	expect(status).toBe(1);
	expect(lines).toEqual([
		expect.stringMatching(/^The packages are not installed\. Run "npm ci" first\.$/)
	]);
});

function readManifest(): Record<string, Record<string, string>> {
	return JSON.parse(readFileSync('package.json', 'utf8'));
}
