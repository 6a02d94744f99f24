import { inOrder } from '#lib/server/hooks/in-order.ts';
import type { Handle } from '@sveltejs/kit';
import { expect, it } from 'vitest';

/** Runs steps over an event that is nothing but a list of what happened. */
async function run(steps: readonly Handle[], innermost: Handle, log: unknown[]): Promise<Response> {
	const handle = inOrder(steps, innermost);
	const resolve = (_event: unknown, options?: object) => {
		log.push(['framework', options]);
		return new Response('page');
	};
	const answered: unknown = await Reflect.apply(handle, undefined, [{ event: log, resolve }]);
	if (answered instanceof Response) return answered;
	throw new TypeError('A hook answers with a response');
}

it('takes steps one inside the other, the first outermost, and hands on the options of the last', async () => {
	const log: unknown[] = [];
	const step =
		(name: string): Handle =>
		async ({ event, resolve }) => {
			log.push(`${name} sees the event: ${Object.is(event, log)}`);
			const response = await resolve(event);
			log.push(`after ${name}`);
			return response;
		};
	const options = { preload: () => true };
	const innermost: Handle = ({ event, resolve }) => resolve(event, options);
	const response = await run([step('one'), step('two')], innermost, log);
	expect(await response.text()).toBe('page');
	expect(log).toEqual([
		'one sees the event: true',
		'two sees the event: true',
		['framework', options],
		'after two',
		'after one'
	]);
});

it('goes no further than the step that answers', async () => {
	const log: unknown[] = [];
	const refuse: Handle = () => new Response('no', { status: 403 });
	const never: Handle = ({ event, resolve }) => {
		log.push('never');
		return resolve(event);
	};
	expect((await run([refuse, never], never, log)).status).toBe(403);
	expect(log).toEqual([]);
});
