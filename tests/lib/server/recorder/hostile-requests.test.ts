import type { Context } from '#lib/server/context.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, expect, it } from 'vitest';
import { record, recorded } from '../../../support/recorded.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;

beforeEach(() => {
	const { settings } = storage.context;
	context = { ...storage.context, settings: { ...settings, rateLimits: false } };
	record(context);
});

/** Anybody may send this, without being somebody. */
const sent = (body: string, headers: Record<string, string> = {}) =>
	askFromWithin(context, '192.0.2.7', '/oauth/token', { method: 'POST', headers, body });

it.each([
	['lists', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
	['objects', `${'{"a":'.repeat(10_000)}"deep"${'}'.repeat(10_000)}`]
])('writes down what came beside %s within each other without end', async (_, body) => {
	await sent(body);
	await sent('{"next":1}');
	const rows = await recorded(context);
	expect(rows).toHaveLength(2);
	expect(rows[0]?.sides.asked.body).toMatch(/^[[{]/);
	expect(rows[0]?.sides.asked.body).not.toContain('deep');
	expect(rows[1]?.sides.asked.body).toBe('{"next":1}');
});

it('shows nothing of a request with more secrets than are looked for', async () => {
	const secrets = Array.from({ length: 3000 }, (_, number) => `hidden-${number}`);
	const body = secrets.map((secret) => `token=${secret}`).join('&');
	await sent(body, { 'x-last': secrets.at(-1) ?? '' });
	const [row] = await recorded(context);
	expect(row?.status).toBe(400);
	expect(JSON.stringify(row)).not.toContain('hidden-');
});

it.each(['Bearer', 'Basic', 'bearer'])('masks %s wherever it stands', async (scheme) => {
	const proof = Buffer.from('somebody:very-secret').toString('base64');
	await sent(JSON.stringify({ note: `${scheme} ${proof}` }), { 'x-seen': `${scheme} ${proof}` });
	const [row] = await recorded(context);
	expect(JSON.stringify(row)).not.toContain(proof);
	expect(row?.sides.asked.body).toContain(`${scheme} `);
});
