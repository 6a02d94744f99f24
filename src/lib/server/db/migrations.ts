import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StorageError } from '../storage-error.ts';

const Journal = z.object({
	entries: z.array(z.object({ tag: z.string().regex(/^\w+$/), when: z.int() }))
});

/** One step of the schema, which runs once on each database. */
export interface Migration {
	readonly tag: string;
	readonly sha256: string;
	readonly statements: readonly string[];
}

/** What a database remembers of the migrations that ran on it. */
export const AppliedMigrations = z.array(z.object({ tag: z.string(), sha256: z.string() }));

/** @throws {StorageError} when the folder is not there */
export function readMigrations(folder: string): readonly Migration[] {
	const journal = join(folder, 'meta', '_journal.json');
	if (!existsSync(journal)) throw new StorageError('migrations', folder);
	const { entries } = Journal.parse(JSON.parse(readFileSync(journal, 'utf8')));
	return entries.map(({ tag }) => {
		// Git may check files out with other line ends; the migration is the same.
		const text = readFileSync(join(folder, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n');
		return {
			tag,
			sha256: createHash('sha256').update(text).digest('hex'),
			statements: text.split('--> statement-breakpoint')
		};
	});
}

/**
 * The migrations that a database still lacks.
 *
 * @param database what an error calls it
 * @throws {StorageError} when it knows one that this version does not, or another edition of one
 */
export function pendingMigrations(
	migrations: readonly Migration[],
	applied: z.infer<typeof AppliedMigrations>,
	database: string
): readonly Migration[] {
	const known = new Map(migrations.map(({ tag, sha256 }) => [tag, sha256]));
	for (const { tag, sha256 } of applied) {
		if (known.get(tag) === sha256) continue;
		throw new StorageError(known.has(tag) ? 'altered' : 'newer', `${database}: ${tag}`);
	}
	const tags = new Set(applied.map(({ tag }) => tag));
	return migrations.filter(({ tag }) => !tags.has(tag));
}
