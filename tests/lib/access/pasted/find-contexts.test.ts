import { findContexts } from '#lib/access/pasted/find-contexts.ts';
import { describe, expect, it } from 'vitest';

/** Each context with what it reaches over, and `!` where all of it is required. */
const contexts = (text: string) =>
	findContexts(text).map(
		({ start, end, required }) => `${required ? '!' : ''}${text.slice(start, end)}`
	);

describe('a context', () => {
	it.each([
		['scope = a\nb', [' a']],
		['scope: [a,\n b], c', [' [a,\n b]']],
		['scope: [a], c: [b]', [' [a]']],
		['scope = a, b; c', [' a, b']],
		['scope = {\n a;\n b\n}\nc', [' {\n a;\n b\n}']],
		['x.scope(a, (b)).c', ['a, (b)']],
		['x.setScopes(a)\nb', ['a']],
		['{scope: a} b', [' a']],
		['f(scope = a) b', [' a']],
		['scope = a +\n b\nc', [' a +\n b']],
		['scope = a \\\n b\nc', [' a \\\n b']],
		['scope: |\n b\nc', [' |\n b']],
		['scope = a\n + b\nc', [' a\n + b']],
		['scope:\n- a\n- b\nc', ['\n- a\n- b']],
		['scope:\n  read_a\n  required:read_b\nc', ['\n  read_a\n  required:read_b']],
		['scope =\n [a]\nb', ['\n [a]']],
		['scope = a', [' a']],
		['"scope" => a\nb', [' a']],
		['scope := a\nb', [' a']],
		['scopes: string[] = a\nb', [' a']],
		['SMARTCAR_SCOPES=a\nb', ['a']],
		['scope == a', []],
		['scope a', []],
		['required: [a]\noptional: [b]', ['! [a]', ' [b]']],
		[
			'scope: { required: [a], optional: [b] }',
			[' { required: [a], optional: [b] }', '! [a]', ' [b] ']
		],
		['scope: { scope: a }', [' { scope: a }']],
		['scope: a required:read_b', [' a required:read_b']],
		['required:read_b', []],
		['required:\n- a', ['!\n- a']],
		['permissions: a\nscope: b', [' a', ' b']],
		['scope: {required: [a], scope: [b]}', [' {required: [a], scope: [b]}', '! [a]']],
		['scope:\n  a\n  b\nc', ['\n  a\n  b']],
		['  scope:\n  a', ['']],
		['x\n  scope:\n  a', ['']],
		['scope = a + \n b\nc', [' a + \n b']],
		['x.scope(\n a,\n b\n).c', ['\n a,\n b\n']],
		['scope: a\n  b', [' a']],
		[
			'scope:\n- name: a\n  required: true\n- name: b',
			['\n- name: a\n  required: true\n- name: b']
		],
		['required: true, b', []],
		['"required": "false", b', []],
		['required: only', ['! only']],
		['optional: no\nb', []]
	])('of %j', (text, found) => {
		expect(contexts(text)).toEqual(found);
	});

	it('has at most a hundred others in it', () => {
		expect(contexts(`scope=[${'required=['.repeat(200)}`)).toHaveLength(101);
	});

	it('reaches no further than 8000 characters', () => {
		const [context] = findContexts(`scope=[${' '.repeat(10_000)}`);
		expect(context).toEqual({ start: 6, end: 8006, required: false });
	});
});
