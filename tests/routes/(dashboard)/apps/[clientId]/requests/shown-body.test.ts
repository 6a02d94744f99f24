import { expect, it } from 'vitest';
import { shownBody } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/requests/opened/shown-body.ts';

it('shows JSON as it is indented, with the lines of what nobody read', () => {
	const value = { a: 1, list: [{ path: '/x', as: 'y' }, {}], deep: { of: null }, none: [] };
	const shown = shownBody(JSON.stringify(value), false, ['list.0.as', 'deep']);
	const lines = shown.kind === 'text' ? shown.lines : [];
	expect(lines.map(({ text }) => text).join('\n')).toBe(JSON.stringify(value, null, 2));
	expect(lines.filter(({ unread }) => unread).map(({ text }) => text.trim())).toEqual([
		'"as": "y"',
		'"deep": {',
		'},'
	]);
});

it('shows a form by its fields', () => {
	expect(shownBody('grant_type=x+y&scope=%C3%A9', true, ['scope'])).toEqual({
		kind: 'form',
		fields: [
			{ name: 'grant_type', text: 'x y', unread: false },
			{ name: 'scope', text: 'é', unread: true }
		]
	});
});

it('shows anything else, and JSON that was cut, as it is', () => {
	expect(shownBody('{"a":', false, [])).toEqual({
		kind: 'text',
		lines: [{ text: '{"a":', unread: false }]
	});
});
