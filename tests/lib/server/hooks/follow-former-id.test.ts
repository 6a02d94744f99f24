import { createApplication } from '#lib/server/applications/applications.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { followFormerId } from '#lib/server/hooks/follow-former-id.ts';
import { expect, it } from 'vitest';
import { runHook } from '../../../support/hook-event.ts';
import { useStorage } from '../../../support/storage.ts';

const ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

const storage = useStorage();

/** An application that has the id above now; gives back the one it had. */
async function renamed(): Promise<string> {
	const created = await createApplication(storage.context, { name: 'Planner' });
	if (!created.ok) throw new Error(created.kind);
	await changeClientId(storage.context, created.clientId, ID);
	return created.clientId;
}

const page = (clientId: string, method = 'GET', context = storage.context) =>
	runHook(
		followFormerId,
		{ method, path: `/apps/${clientId}/share?x=1`, params: { clientId }, context },
		() => new Response('the page')
	);

it.each(['GET', 'HEAD'])(
	'%s of a former id leads to the same page under the new one',
	async (method) => {
		const former = await renamed();
		const location = `/apps/${ID}/share?x=1`;
		await expect(page(former, method)).rejects.toMatchObject({ status: 307, location });
		await expect(page(former.toUpperCase(), method)).rejects.toMatchObject({
			status: 307,
			location
		});
	}
);

it('what is sent to a former id is taken, and so is every request to the new one', async () => {
	const former = await renamed();
	expect(await (await page(former, 'POST')).text()).toBe('the page');
	expect(await (await page(ID)).text()).toBe('the page');
});

it('leaves it to the owners’ pages to whom they tell of the new one', async () => {
	const former = await renamed();
	const owners = (method: string) => {
		const route = '/my/applications/[clientId]';
		const facts = { method, route, params: { clientId: former }, context: storage.context };
		return runHook(followFormerId, facts, () => new Response('the page'));
	};
	expect(await (await owners('GET')).text()).toBe('the page');
	expect(await (await owners('POST')).text()).toBe('the page');
});

it('leaves it to the page to say that the storage cannot be read', async () => {
	const former = await renamed();
	const { context } = storage;
	await storage.close();
	expect(await (await page(former, 'GET', context)).text()).toBe('the page');
});
