import { globSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const Key = z.object({
	columnsFrom: z.array(z.string()),
	tableTo: z.string(),
	columnsTo: z.array(z.string()),
	onDelete: z.string(),
	onUpdate: z.string()
});

const Column = z.looseObject({
	name: z.string(),
	type: z.string(),
	primaryKey: z.boolean(),
	notNull: z.boolean(),
	default: z.unknown().optional()
});

const Index = z.object({
	columns: z.array(z.union([z.string(), z.object({ expression: z.string(), asc: z.boolean() })])),
	isUnique: z.boolean(),
	where: z.string().optional()
});

const SnapshotTable = z.object({
	name: z.string(),
	columns: z.record(z.string(), Column),
	indexes: z.record(z.string(), Index),
	foreignKeys: z.record(z.string(), Key),
	compositePrimaryKeys: z.record(z.string(), z.object({ columns: z.array(z.string()) })),
	uniqueConstraints: z.record(z.string(), z.unknown()),
	checkConstraints: z.record(z.string(), z.object({ value: z.string() }))
});

export type SnapshotTable = z.infer<typeof SnapshotTable>;

const Snapshot = z.looseObject({ id: z.string(), tables: z.record(z.string(), SnapshotTable) });

/** What the last migration of an engine leads to, as it was noted when that was generated. */
export function lastSnapshot(engine: 'sqlite' | 'postgres') {
	const file = globSync(`drizzle/${engine}/meta/*_snapshot.json`).sort().at(-1) ?? '';
	const stored = JSON.parse(readFileSync(file, 'utf8')) as { readonly tables: unknown };
	return { ...Snapshot.parse(stored), stored: stored.tables };
}
