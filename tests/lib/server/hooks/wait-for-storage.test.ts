import { waitForStorage } from '#lib/server/hooks/wait-for-storage.ts';
import { StorageError } from '#lib/server/storage-error.ts';
import { expect, it } from 'vitest';
import { runHook } from '../../../support/hook-event.ts';

const page = () => new Response('the page');
const asked = (open: () => Promise<void>) => runHook(waitForStorage(open), {}, page);

it('goes on once the storage is open', async () => {
	expect(await (await asked(() => Promise.resolve())).text()).toBe('the page');
});

it('says why it is not, and when to ask again', async () => {
	const error = new StorageError('unreachable');
	const answer = await asked(() => Promise.reject(error));
	expect(answer.status).toBe(503);
	expect(answer.headers.get('retry-after')).toBe('5');
	expect(await answer.text()).toBe(error.message);
});

it('leaves a fault of ours to the framework', async () => {
	const fault = new TypeError('ours');
	await expect(asked(() => Promise.reject(fault))).rejects.toBe(fault);
});
