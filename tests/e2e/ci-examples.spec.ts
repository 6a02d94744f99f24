import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { namedFiles } from '../support/code-blocks.ts';

const run = promisify(execFile);
const DOCUMENT = 'docs/ci.md';
const WORKFLOW = '.github/workflows/test.yml';

let folder: string;
let app: string;

/** Far from the project, whose settings of tools would count for what lies in it. */
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'valetkey-ci-'));
	app = join(folder, 'app');
	mkdirSync(app);
	write('The applications');
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(heading: string): void {
	for (const [name, code] of namedFiles(DOCUMENT, heading)) writeFileSync(join(app, name), code);
}

/** What a shell of the app’s developer has; the machine’s Node, as it is there. */
function environment(): NodeJS.ProcessEnv {
	const { PATH = '', HOME } = process.env;
	const own = PATH.split(delimiter).filter((path) => !path.includes('node_modules'));
	return { PATH: own.join(delimiter), HOME };
}

const inShell = (script: string) =>
	run('bash', ['-e', '-c', script], { cwd: app, env: environment(), maxBuffer: 10_000_000 });

const can = (command: string, ...args: readonly string[]) =>
	spawnSync(command, args, { env: environment() }).status === 0;

test.describe('in docs/ci.md', () => {
	test.beforeEach(() => symlinkSync(process.cwd(), join(folder, 'valetkey')));

	test('the test for Node’s runner passes', async () => {
		write('Node’s test runner');
		const { stdout } = await inShell('node --test --test-reporter=tap');
		expect(stdout).toContain('\n# pass 1\n');
	});

	test('the test for Vitest passes', async () => {
		write('Vitest');
		symlinkSync(join(process.cwd(), 'node_modules'), join(app, 'node_modules'));
		// It needs a newer Node than others.
		const vitest = `${process.execPath} node_modules/vitest/vitest.mjs run --reporter=tap`;
		const { stdout } = await inShell(vitest);
		expect(stdout).toMatch(/^ +ok 1 - an owner who refuses all of it ends with an error/m);
	});

	test('the test for Jest passes', async () => {
		test.skip(
			!can('jest', '--version'),
			'Jest is not installed; npm install --global jest brings it.'
		);
		write('Jest');
		writeFileSync(join(app, 'package.json'), '{}');
		const { stdout } = await inShell('jest --json');
		expect(JSON.parse(stdout)).toMatchObject({ numPassedTests: 1, numTotalTests: 1 });
	});

	test('the test for pytest passes', async () => {
		test.skip(!can('pytest', '--version'), 'pytest is not installed; Debian has python3-pytest.');
		write('pytest');
		const { stdout } = await inShell('pytest -q -p no:cacheprovider');
		expect(stdout).toContain('1 passed');
	});

	test('the commands for a shell do what they say, and end what they started', async () => {
		write('A shell');
		const { stdout } = await inShell('sh test.sh');
		const [authorized = '', wiped = ''] = stdout.split('}{').join('}\n{').split('\n');
		expect(JSON.parse(authorized)).toMatchObject({ code: expect.any(String) });
		expect(JSON.parse(wiped)).toMatchObject({ removed: { applications: 1, connections: 1 } });
	});

	test('a shell is told why its server does not start', async () => {
		write('A shell');
		writeFileSync(join(app, 'seed.json'), '{"applications":[{"name":"No id"}]}');
		const failed = await inShell('sh test.sh').catch((error: unknown) => error);
		expect(failed).toMatchObject({ stderr: expect.stringContaining('applications[0].clientId: ') });
	});
});

const Workflow = z.object({
	jobs: z.object({
		test: z.object({
			defaults: z.object({ run: z.object({ 'working-directory': z.literal('app') }) }),
			steps: z.array(
				z.union([
					z.object({ name: z.string(), run: z.string() }),
					z.object({ uses: z.string(), with: z.object({ path: z.string().optional() }) })
				])
			)
		})
	})
});

test('the workflow of docs/ci.md passes from a clean clone, as it is written', async () => {
	test.skip(!process.env.CI, 'It installs and builds anew, which CI does; CI=1 has it done here.');
	test.setTimeout(1_200_000);
	const code = namedFiles(DOCUMENT, 'On GitHub').get(WORKFLOW) ?? '';
	const file = parseDocument(code, { strict: true });
	expect([...file.errors, ...file.warnings]).toEqual([]);
	const { steps } = Workflow.parse(file.toJS()).jobs.test;
	const checkouts = steps.flatMap((step) => ('with' in step ? (step.with.path ?? []) : []));
	expect(checkouts).toEqual(['app', 'valetkey']);

	await run('git', ['clone', '--quiet', `file://${process.cwd()}`, join(folder, 'valetkey')]);
	write('Node’s test runner');
	const printed: string[] = [];
	for (const step of steps) {
		if ('run' in step) printed.push((await inShell(step.run)).stdout);
	}
	expect(printed.at(-1)).toMatch(/^. pass 1$/m);
});
