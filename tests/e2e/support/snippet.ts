import { expect, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A snippet of the Share page in a folder of its own, as somebody would copy it there. */
export interface CopiedSnippet {
	/** Runs the commands of the page; with a code those that exchange it. @returns what is printed */
	run(code?: string): Promise<string>;
}

/** The text of a block of the Share page. */
export async function blockText(page: Page, name: string): Promise<string> {
	const block = page.getByRole('region', { name, exact: true });
	await expect(block).toBeVisible();
	return (await block.textContent()) ?? '';
}

/**
 * Copies environment and code from the tab of a language, puts the secret in, and runs the
 * commands that stand beneath.
 *
 * @param folder below the project, whose own SDKs stand for those that the page has one install
 */
export async function copySnippet(
	page: Page,
	label: string,
	{ folder, file, secret }: { folder: string; file: string; secret: string }
): Promise<CopiedSnippet> {
	await page.getByRole('tab', { name: label, exact: true }).click();
	const environment = await blockText(page, `${label} environment`);
	const code = await blockText(page, `${label} code`);
	const commands = (await blockText(page, `${label} commands`)).split('\n');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, '.env'), environment.replace('YOUR_CLIENT_SECRET', secret));
	await writeFile(join(folder, file), `${code}\n`);
	const wanted = commands.filter((command) => !command.includes(' install '));
	return {
		async run(given) {
			const lines = wanted.filter(
				(command) =>
					command.startsWith('set ') || command.endsWith(' CODE') === (given !== undefined)
			);
			const script = lines.join('\n').replace(/\bCODE$/, `'${given}'`);
			const { stdout } = await run('sh', ['-ec', script], {
				cwd: folder,
				env: { PATH: process.env.PATH, HOME: process.env.HOME }
			});
			return stdout.trimEnd();
		}
	};
}
