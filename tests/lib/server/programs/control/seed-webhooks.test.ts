import { SeedAnswer } from '#lib/server/programs/control/answer-schemas.ts';
import { listWebhooks } from '#lib/server/webhooks/webhooks.ts';
import smartcar from 'smartcar';
import { describe, expect, it } from 'vitest';
import { control } from '../../../../support/control.ts';
import { useReceiver, type Receiver } from '../../../../support/receiver.ts';
import { ENTRY } from '../../../../support/seeds.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
const receiver = useReceiver();
const TOKEN = 'a-management-token-for-tests';

/** As a receiver that knows the token. */
const prove: Receiver['answer'] = ({ body }, response) => {
	const { data } = JSON.parse(body.toString()) as { data: { challenge: string } };
	response.end(JSON.stringify({ challenge: smartcar.hashChallenge(TOKEN, data.challenge) }));
};

const hook = (facts: object = {}) => ({
	callbackUri: receiver.uri,
	triggers: ['tractionbattery-stateofcharge'],
	signals: ['odometer-traveleddistance'],
	managementToken: TOKEN,
	...facts
});
const seedOf = (...webhooks: readonly object[]) => ({ applications: [{ ...ENTRY, webhooks }] });
const seed = (...webhooks: readonly object[]) =>
	control(storage.context, 'seed', seedOf(...webhooks));

async function seeded(...webhooks: readonly object[]) {
	const { status, body } = await seed(...webhooks);
	expect(status).toBe(200);
	return SeedAnswer.parse(body).webhooks ?? [];
}

describe('webhooks of a seed', () => {
	it('are made and verified; the same again changes nothing, another address proves itself', async () => {
		receiver.answer = prove;
		const [first] = await seeded(hook());
		const { host } = new URL(receiver.uri);
		expect(first).toMatchObject({ name: host, change: 'created', verified: true });
		expect(await seeded(hook())).toEqual([{ ...first, change: 'unchanged' }]);
		expect(receiver.received).toHaveLength(1);
		const errorUri = `${receiver.uri}/errors`;
		expect(await seeded(hook({ errorUri }))).toEqual([{ ...first, change: 'updated' }]);
		expect(receiver.received).toHaveLength(3);
		expect(await listWebhooks(storage.context, null)).toMatchObject([{ errorUri }]);
	});

	it('wait for receivers that are started later, which the same seed asks again', async () => {
		receiver.answer = (_received, response) => response.writeHead(503).end();
		const [first] = await seeded(hook());
		expect(first).toMatchObject({ verified: false });
		expect(first?.note).toContain('answered VERIFY with 503');
		receiver.answer = prove;
		expect(await seeded(hook())).toMatchObject([{ change: 'unchanged', verified: true }]);
	});

	it.each([
		[{ callbackUri: 'nowhere' }, 'applications[0].webhooks[1].callbackUri: '],
		[{ signals: ['odometer'] }, 'applications[0].webhooks[1].signals'],
		[{ clientId: ENTRY.clientId }, '“clientId” is no key here'],
		[{ triggers: 'all' }, 'applications[0].webhooks[1].triggers: Write a list of codes']
	])('are refused with all the rest: %j', async (wrong, description) => {
		const { status, body } = await seed(hook(), hook({ name: 'Other', ...wrong }));
		expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(description)]);
		expect(await listWebhooks(storage.context, null)).toEqual([]);
		expect(receiver.received).toEqual([]);
	});

	it('are there after a wipe', async () => {
		receiver.answer = prove;
		const [first] = await seeded(hook());
		const wiped = await control(storage.context, 'wipe', { seed: seedOf(hook()) });
		expect(wiped).toMatchObject({
			status: 200,
			body: { removed: { webhooks: 1 }, webhooks: [{ change: 'created', verified: true }] }
		});
		const [now] = await listWebhooks(storage.context, null);
		expect(now?.id).not.toBe(first?.id);
	});
});
