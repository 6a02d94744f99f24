import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTemporaryServer } from '../../tools/temporary-server.ts';
import { codeBlocks, namedFiles } from '../support/code-blocks.ts';

const run = promisify(execFile);

test('what the README says of CI goes from its file to the tokens', async () => {
	const folder = test.info().outputPath('ci');
	const files = namedFiles('README.md', 'In CI');
	const [start = '', ask = ''] = codeBlocks('README.md', 'sh', 'In CI');
	const variables = [...start.matchAll(/\b([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [
		name,
		value
	]);
	const { SEED = '', ...env } = Object.fromEntries(variables);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, SEED), files.get(SEED) ?? '');
	const server = await startTemporaryServer({ env: { ...env, SEED: join(folder, SEED) } });
	try {
		const script = (text: string) => text.replaceAll('http://127.0.0.1:3000', server.origin);
		const health = start.split('\n').find((line) => line.startsWith('curl')) ?? '';
		expect((await run('sh', ['-ec', script(health)])).stdout).toBe('{"status":"ok"}');
		const { stdout } = await run('sh', ['-ec', script(ask)], { cwd: folder });
		expect(JSON.parse(stdout)).toEqual({
			access_token: expect.any(String),
			refresh_token: expect.any(String),
			token_type: 'Bearer',
			expires_in: 7200
		});
	} finally {
		await server.stop();
	}
});
