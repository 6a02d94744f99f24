import { describe, expect, it } from 'vitest';
import { isOurs, objectionTo, resolve, roomOf } from '../../../tools/house/directions.ts';

describe('the room of a file', () => {
	it.each([
		['src/lib/access/scope.ts', 'access'],
		['src/lib/server/db/schema.ts', 'db'],
		['src/routes/+page.svelte', 'routes'],
		['src/lib/styles/index.css', 'styles'],
		['server/start.js', 'launcher'],
		['src/lib/access.ts', undefined],
		['tests/tools/house/directions.test.ts', undefined],
		['vite.config.ts', undefined]
	])('%s: %s', (path, room) => {
		expect(roomOf(path)?.name).toBe(room);
	});
});

describe('what an import names', () => {
	it.each([
		['#lib/access/scope.ts', 'src/routes/+page.svelte', 'src/lib/access/scope.ts', true],
		['./scope.ts', 'src/lib/access/diff.ts', 'src/lib/access/scope.ts', true],
		['../server/project.ts', 'tools/budget.ts', 'server/project.ts', true],
		['./fault.js', 'server/launch/run.js', 'server/launch/fault.js', true],
		['./enhance.ts?worker&url', 'src/routes/oauth/a.ts', 'src/routes/oauth/enhance.ts', true],
		['fs', 'src/lib/access/diff.ts', 'node:fs', false],
		['node:fs', 'src/lib/access/diff.ts', 'node:fs', false],
		['drizzle-orm/pg-core', 'src/routes/a.ts', 'drizzle-orm/pg-core', false]
	])('%s in %s', (specifier, importer, expected, ours) => {
		expect(resolve(specifier, importer)).toBe(expected);
		expect(isOurs(specifier)).toBe(ours);
	});
});

const ACCESS = 'src/lib/access/a.ts';
const STATE = 'src/lib/state/a.svelte.ts';
const COMPONENT = 'src/lib/components/A.svelte';
const PAGE = 'src/routes/(dashboard)/+page.svelte';
const PAGE_LOAD = 'src/routes/(dashboard)/+page.ts';
const SERVER_LOAD = 'src/routes/(dashboard)/+page.server.ts';
const SERVER = 'src/lib/server/a.ts';

describe('the directions', () => {
	it.each([
		[ACCESS, '#lib/access/scope.ts'],
		['src/lib/access/catalog/search.ts', '@leeoniya/ufuzzy'],
		['src/lib/access/configuration.ts', 'zod'],
		['src/lib/access/catalog/schema.ts', 'zod'],
		[STATE, '#lib/access/diff.ts'],
		[STATE, 'svelte/reactivity'],
		[STATE, '$app/navigation'],
		[COMPONENT, '#lib/state/theme.svelte.ts'],
		[COMPONENT, 'bits-ui'],
		[PAGE, '#lib/components/Button.svelte'],
		[PAGE, '$app/state'],
		[SERVER_LOAD, '#lib/server/configurations/versions.ts'],
		[SERVER_LOAD, 'zod'],
		[SERVER, 'better-sqlite3'],
		['tests/a.test.ts', '../src/routes/a.ts'],
		['vite.config.ts', './tools/vite/lean-icons.ts']
	])('%s may import %s', (importer, specifier) => {
		expect(objectionTo(importer, { specifier, atOnce: true })).toBeNull();
	});

	it.each([
		[ACCESS, 'svelte', /^access may not import the package svelte\./],
		[ACCESS, '$app/paths', /package \$app\/paths/],
		[ACCESS, 'fs', /package node:fs/],
		[ACCESS, '@leeoniya/ufuzzy', /package @leeoniya\/ufuzzy/],
		[ACCESS, 'zod', /^Only types from zod/],
		[ACCESS, './configuration.ts', /^Only types from src\/lib\/access\/configuration\.ts/],
		['src/lib/access/configuration.ts', 'drizzle-orm', /package drizzle-orm/],
		[ACCESS, '#lib/state/a.ts', /^access may not import state: it may import no other room\./],
		[STATE, '#lib/server/settings.ts', /^state may not import .*: it may import access\./],
		[STATE, '#lib/components/A.svelte', /^state may not import components/],
		[STATE, 'bits-ui', /package bits-ui/],
		[COMPONENT, '#lib/server/settings.ts', /^components may not import /],
		[COMPONENT, '../../routes/a.ts', /^components may not import routes/],
		[COMPONENT, 'node:fs', /package node:fs/],
		[COMPONENT, 'drizzle-orm', /package drizzle-orm/],
		[COMPONENT, 'zod', /^Only types from zod/],
		[PAGE, '#lib/server/settings.ts', /^routes may not import /],
		[PAGE, 'node:fs', /package node:fs/],
		[PAGE, 'zod', /^Only types from zod/],
		[PAGE_LOAD, '#lib/server/settings.ts', /^routes may not import /],
		[PAGE_LOAD, '#lib/access/catalog/schema.ts', /^Only types from/],
		['src/routes/+layout.ts', '#lib/server/settings.ts', /^routes may not import /],
		[SERVER_LOAD, 'drizzle-orm', /package drizzle-orm/],
		[SERVER_LOAD, 'better-sqlite3', /package better-sqlite3/],
		[SERVER_LOAD, 'pg', /package pg/],
		['src/hooks.server.ts', 'drizzle-orm', /package drizzle-orm/],
		[SERVER, '#lib/components/A.svelte', / may not import components/],
		[SERVER, '#lib/state/a.ts', / may not import state/],
		[SERVER, '../../routes/a.ts', / may not import routes/],
		[SERVER, '../../../tests/support/a.ts', / imports tests\/support\/a\.ts, which stands/],
		['src/cli/main.ts', '#lib/server/settings.ts', /^cli may not import /],
		['src/cli/main.ts', '#lib/components/A.svelte', /^cli may not import components/],
		['server/serve.ts', '../tools/build.ts', /^launcher may not import tools/]
	])('%s may not import %s', (importer, specifier, message) => {
		expect(objectionTo(importer, { specifier, atOnce: true })).toMatch(message);
	});

	it('hold for types too', () => {
		const types = { specifier: '#lib/server/configurations/versions.ts', atOnce: false };
		expect(objectionTo(PAGE, types)).toMatch(/^routes may not import /);
	});
});
