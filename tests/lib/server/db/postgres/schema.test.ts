import { SCHEMA } from '#lib/server/db/tables.ts';
import { generateDrizzleJson } from 'drizzle-kit/api';
import { expect, it } from 'vitest';
import { lastSnapshot } from '../snapshot.ts';

it('the migrations bring about the schema as typed: tables, keys, indexes and checks', () => {
	const { id, stored } = lastSnapshot('postgres');
	const typed = generateDrizzleJson(SCHEMA, id, undefined, 'snake_case');
	expect(typed.tables).toEqual(stored);
});
