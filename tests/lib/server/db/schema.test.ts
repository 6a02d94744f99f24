import * as clientSchema from '#lib/server/db/client-schema.ts';
import * as connectSchema from '#lib/server/db/connect-schema.ts';
import * as schema from '#lib/server/db/schema.ts';
import { generateSQLiteDrizzleJson } from 'drizzle-kit/api';
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const Snapshot = z.looseObject({ id: z.string(), tables: z.unknown() });

it('the migrations bring about the schema as typed: tables, keys, indexes and checks', async () => {
	const last = globSync('drizzle/sqlite/meta/*_snapshot.json').sort().at(-1) ?? '';
	const stored = Snapshot.parse(JSON.parse(readFileSync(last, 'utf8')));
	const typed = await generateSQLiteDrizzleJson(
		{ ...schema, ...clientSchema, ...connectSchema },
		stored.id,
		'snake_case'
	);
	expect(typed.tables).toEqual(stored.tables);
});
