import {
	findManagementToken,
	replaceManagementToken
} from '#lib/server/applications/management-token.ts';
import { expect, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

it('replaces the token that was seen, once', async () => {
	const clientId = await newApplication(storage.context);
	const at = (seconds: number) => storage.at(START + seconds * 1000);
	const find = async () => {
		const found = await findManagementToken(storage.context, clientId);
		if (!found) throw new TypeError('No token');
		return found;
	};
	expect(await replaceManagementToken(at(0), clientId, null)).toEqual({ ok: true });
	const first = await find();
	// The second press of the same button.
	expect(await replaceManagementToken(at(1), clientId, null)).toEqual({ ok: true });
	expect(await find()).toEqual(first);

	expect(await replaceManagementToken(at(2), clientId, first.madeAt)).toEqual({ ok: true });
	const second = await find();
	expect(second).toMatchObject({ former: first.token, madeAt: START + 2000 });
	expect(second.token).not.toBe(first.token);
	expect(await replaceManagementToken(at(3), clientId, first.madeAt)).toEqual({ ok: true });
	expect(await find()).toEqual(second);
});

it('is for an application that there is', async () => {
	expect(await replaceManagementToken(storage.context, 'none', null)).toMatchObject({
		kind: 'gone',
		what: 'application'
	});
});
