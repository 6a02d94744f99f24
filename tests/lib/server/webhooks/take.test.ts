import { NO_FAULTS } from '#lib/server/webhooks/delivery-fault.ts';
import { takeEvents, type Room } from '#lib/server/webhooks/take.ts';
import { expect, it } from 'vitest';
import { useStorage } from '../../../support/storage.ts';
import { queued, storedWebhook } from '../../../support/webhooks.ts';

const storage = useStorage();

const take = (room: Room, most = 100) =>
	storage.context.note((transaction) =>
		takeEvents(transaction, { room, most, findFault: NO_FAULTS })
	);
const count = (uris: readonly string[]) =>
	Object.fromEntries(
		Object.entries(Object.groupBy(uris, (uri) => uri)).map(([uri, all]) => [uri, all?.length])
	);

it('takes for each address of a webhook what there is room for at it', async () => {
	const { context } = storage;
	const [well, silent] = ['http://127.0.0.1:9/hook', 'http://127.0.0.1:10/errors'];
	const { id } = await storedWebhook(context, { callbackUri: well, errorUri: silent });
	for (let n = 0; n < 6; n += 1) await queued(context, id, { n, type: 'VEHICLE_ERROR' });
	for (let n = 0; n < 4; n += 1) await queued(context, id, { n });
	const taken = await take((uri) => (uri === silent ? 1 : 8));
	expect(count(taken.map(({ uri }) => uri))).toEqual({ [well]: 4, [silent]: 1 });
	expect(await take((uri) => (uri === silent ? 0 : 4))).toEqual([]);
	expect(await take(() => 8, 3)).toHaveLength(3);
});

it('takes for all webhooks of one receiver together what there is room for', async () => {
	const { context } = storage;
	for (const path of ['a', 'b', 'c']) {
		const { id } = await storedWebhook(context, { callbackUri: `http://127.0.0.1:9/${path}` });
		for (let n = 0; n < 3; n += 1) await queued(context, id, { n });
	}
	expect(await take(() => 2)).toHaveLength(2);
});
