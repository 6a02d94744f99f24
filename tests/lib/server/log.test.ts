import { describeError } from '#lib/server/log.ts';
import { DrizzleQueryError } from 'drizzle-orm';
import { expect, it } from 'vitest';

it('an error is logged with its name, code, stack and causes', () => {
	const cause = Object.assign(new TypeError('inner'), { code: 'SQLITE_FULL' });
	const error = new Error('outer', { cause });
	expect(describeError(error)).toEqual({
		name: 'Error',
		stack: error.stack,
		cause: { name: 'TypeError', code: 'SQLITE_FULL', stack: cause.stack }
	});
});

it('the values of a query stay out of the log', () => {
	const error = new DrizzleQueryError(
		'insert into notes values (?, ?)',
		['the secret', 'another\nof two lines'],
		new Error('refused')
	);
	expect(error.stack).toContain('the secret');
	const text = JSON.stringify(describeError(error));
	expect(text).toContain('insert into notes');
	expect(text).toContain('log.test.ts');
	expect(text).toContain('refused');
	for (const value of ['the secret', 'another', 'of two lines']) expect(text).not.toContain(value);
});

it.each([
	['a text', { name: 'string', stack: 'a text' }],
	[undefined, { name: 'undefined', stack: 'undefined' }],
	[{ token: 'the secret' }, { name: 'object', stack: '[object Object]' }]
])('what was thrown and is no error is named: %j', (thrown, expected) => {
	expect(describeError(thrown)).toEqual(expected);
});

it('causes that go round end', () => {
	const error = new Error('round');
	error.cause = error;
	expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000);
});
