import { isVaried, routeTree } from '#lib/server/programs/route-tree.ts';
import { describe, expect, it } from 'vitest';

const routes = [
	'/v/[id]',
	'/v/[id]/battery/capacity',
	'/v/[id]/charge',
	'/v/[id]/charge/limit',
	'/v/[id]/[make]/charge',
	'/v/[id]/[make]/charge/ammeter',
	'/v/all/charge',
	'/user'
];
const find = routeTree(routes.map((route) => [route.split('/'), route] as const));

describe('a tree of routes', () => {
	it.each([
		['/user', '/user'],
		['/v/1', '/v/[id]'],
		['/v/1/charge', '/v/[id]/charge'],
		['/v/1/charge/limit', '/v/[id]/charge/limit'],
		['/v/1/tesla/charge', '/v/[id]/[make]/charge'],
		['/v/1/charge/charge', '/v/[id]/[make]/charge'],
		['/v/1/battery/charge/ammeter', '/v/[id]/[make]/charge/ammeter'],
		['/v/all/charge', '/v/all/charge'],
		['/v/all/tesla/charge', '/v/[id]/[make]/charge'],
		['/v', null],
		['/v/', null],
		['/v//charge', null],
		['/v/1/battery', null],
		['/v/1/charge/limit/x', null],
		['/users', null],
		['', null]
	])('has at %s: %s', (path, route) => {
		expect(find(path.split('/'))).toBe(route);
	});
});

describe('a part of a route', () => {
	it.each([
		['[id]', true],
		['id', false],
		['', false]
	])('%s varies: %s', (part, varied) => {
		expect(isVaried(part)).toBe(varied);
	});
});
