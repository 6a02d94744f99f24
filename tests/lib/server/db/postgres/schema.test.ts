import * as clientSchema from '#lib/server/db/client-schema.ts';
import * as connectSchema from '#lib/server/db/connect-schema.ts';
import * as sessionSchema from '#lib/server/db/session-schema.ts';
import * as schema from '#lib/server/db/schema.ts';
import { generateDrizzleJson } from 'drizzle-kit/api';
import { expect, it } from 'vitest';
import { lastSnapshot } from '../snapshot.ts';

it('the migrations bring about the schema as typed: tables, keys, indexes and checks', () => {
	const { id, stored } = lastSnapshot('postgres');
	const typed = generateDrizzleJson(
		{ ...schema, ...clientSchema, ...connectSchema, ...sessionSchema },
		id,
		undefined,
		'snake_case'
	);
	expect(typed.tables).toEqual(stored);
});
