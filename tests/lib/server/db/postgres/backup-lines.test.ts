import { createApplication } from '#lib/server/applications/applications.ts';
import type { Context } from '#lib/server/context.ts';
import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { applications } from '#lib/server/db/schema.ts';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backupLine, restoreLines } from '../../../../../server/postgres-commands.ts';
import { testContext, useFolder } from '../../../../support/storage.ts';
import { createEmptyDatabase } from '../../../../support/test-database.ts';

const folder = useFolder();
const hasPrograms = spawnSync('sh', ['-c', 'command -v pg_dump']).status === 0;

/** Runs what a person would copy from the text. */
function run(text: string): void {
	for (const [, line = ''] of text.matchAll(/^ {2}(\S.*)$/gm)) {
		execFileSync('sh', ['-c', line], { stdio: ['ignore', 'ignore', 'inherit'] });
	}
}

it.skipIf(!hasPrograms)(
	'the lines for a backup keep what was there, and bring it back',
	async () => {
		const url = await createEmptyDatabase();
		const file = join(folder.path, "Anna's backup.dump");
		const inIt = async <T>(work: (context: Context) => Promise<T>) => {
			const engine = await openPostgres(url);
			try {
				return await work(testContext(engine));
			} finally {
				await engine.close();
			}
		};
		await inIt((context) => createApplication(context, { name: 'Before' }));
		run(backupLine(url, file));
		await inIt((context) => createApplication(context, { name: 'After' }));
		run(restoreLines(url, file));
		const stored = await inIt((context) =>
			context.read(({ db }) => db.select({ name: applications.name }).from(applications))
		);
		expect(stored).toEqual([{ name: 'Before' }]);
	}
);

it.each([
	'postgres://me:s3cr3t@db:5433/keys?sslmode=require',
	'postgres://me@db:5433/keys?password=s3cr3t&sslmode=require'
])('the lines of %s name no password, which the list of processes would show', (url) => {
	for (const text of [backupLine(url, '/backups/a.dump'), restoreLines(url, '/backups/a.dump')]) {
		expect(text).not.toContain('s3cr3t');
		expect(text).toContain("'postgres://me@db:5433/keys?sslmode=require'");
		expect(text).toContain("'/backups/a.dump'");
	}
});
