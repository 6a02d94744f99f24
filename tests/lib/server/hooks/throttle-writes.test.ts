import { RATE_LIMITS } from '#lib/server/connect/throttle.ts';
import { throttleWrites } from '#lib/server/hooks/throttle-writes.ts';
import { expect, it } from 'vitest';
import { runHook } from '../../../support/hook-event.ts';

const answer = () => new Response('done');
const run = (facts: Parameters<typeof runHook>[1]) => runHook(throttleWrites, facts, answer);

async function fill(facts: Parameters<typeof runHook>[1], times: number): Promise<void> {
	for (let count = 0; count < times; count += 1) {
		expect((await run(facts)).status).toBe(200);
	}
}

const PUBLISH = '/(dashboard)/apps/[clientId]/publish';
const SAVE = '/(dashboard)/apps/[clientId]/draft';

it.each([
	['published', PUBLISH, RATE_LIMITS.publish, 'Nothing was changed: more than 30 times published'],
	['changed', SAVE, RATE_LIMITS.write, 'Nothing was changed: more than 300 changes in a minute.']
])('so much is %s a minute from one address', async (_what, route, most, words) => {
	const facts = { method: 'POST', route, address: `of ${route}` };
	await fill(facts, most);
	const refused = await run(facts);
	expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, expect.any(String)]);
	expect(await refused.text()).toContain(words);
	expect((await run({ ...facts, address: `another of ${route}` })).status).toBe(200);
	expect((await run({ ...facts, method: 'GET' })).status).toBe(200);
	expect((await run({ ...facts, isSubRequest: true })).status).toBe(200);
	expect((await run({ ...facts, rateLimits: false })).status).toBe(200);
});

it('says it to a form in the words that its script reads, and to a script in JSON', async () => {
	const facts = { method: 'POST', route: PUBLISH, address: '192.0.2.77' };
	await fill(facts, RATE_LIMITS.publish);
	const error = { message: expect.stringContaining('Nothing was changed'), requestId: 'request-1' };
	const ofForm = await run({ ...facts, headers: { 'x-sveltekit-action': 'true' } });
	expect(await ofForm.json()).toEqual({ type: 'error', error });
	const ofScript = await run({ ...facts, headers: { 'content-type': 'application/json' } });
	expect(await ofScript.json()).toEqual(error);
});
