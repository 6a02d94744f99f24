import { createApplication } from '#lib/server/applications.ts';
import {
	addRedirectUri,
	listRedirectUris,
	MAX_REDIRECT_URIS,
	moveRedirectUri,
	removeRedirectUri,
	setDefaultRedirectUri
} from '#lib/server/redirect-uris.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../support/storage.ts';

useDatabase();

let clientId = '';

beforeEach(async () => {
	const created = await createApplication({ name: 'Charge Planner' });
	if (created.ok) clientId = created.clientId;
	for (const name of ['a', 'b', 'c']) await addRedirectUri(clientId, `https://example.com/${name}`);
});

const show = async () =>
	(await listRedirectUris(clientId))
		.map(({ uri, isDefault }) => uri.slice(-1) + (isDefault ? '*' : ''))
		.join(' ');
const idOf = async (name: string) =>
	(await listRedirectUris(clientId)).find(({ uri }) => uri.endsWith(name))?.id ?? -1;

describe('redirect URIs', () => {
	it('makes the first one the default and keeps the order', async () => {
		expect(await show()).toBe('a* b c');
	});

	it('makes any of them the default', async () => {
		await setDefaultRedirectUri(clientId, await idOf('c'));
		expect(await show()).toBe('a b c*');
	});

	it('moves one up or down, and not past the ends', async () => {
		await moveRedirectUri(clientId, await idOf('c'), 'up');
		expect(await show()).toBe('a* c b');
		await moveRedirectUri(clientId, await idOf('a'), 'up');
		expect(await show()).toBe('a* c b');
		await moveRedirectUri(clientId, await idOf('a'), 'down');
		expect(await show()).toBe('c a* b');
	});

	it('does not remove the default silently', async () => {
		expect(await removeRedirectUri(clientId, await idOf('a'))).toEqual({
			ok: false,
			field: 'newDefault',
			message: 'This is the default redirect URI; say which one shall be the default instead.'
		});
		expect(await removeRedirectUri(clientId, await idOf('a'), await idOf('c'))).toEqual({
			ok: true
		});
		expect(await show()).toBe('b c*');
	});

	it('removes any other, and the last one', async () => {
		await removeRedirectUri(clientId, await idOf('b'));
		await removeRedirectUri(clientId, await idOf('c'));
		await removeRedirectUri(clientId, await idOf('a'));
		expect(await show()).toBe('');
		await addRedirectUri(clientId, 'https://example.com/d');
		expect(await show()).toBe('d*');
	});

	it('refuses one that is registered already, and one too many', async () => {
		expect(await addRedirectUri(clientId, 'https://example.com/a')).toMatchObject({
			ok: false,
			message: 'This redirect URI is already registered.'
		});
		for (let count = 3; count < MAX_REDIRECT_URIS; count++) {
			await addRedirectUri(clientId, `https://example.com/${count}`);
		}
		expect(await addRedirectUri(clientId, 'https://example.com/more')).toMatchObject({
			ok: false,
			message: 'An application has at most 20 redirect URIs; remove one first.'
		});
	});

	it('keeps what differs by one character apart: they are compared as a whole', async () => {
		expect(await addRedirectUri(clientId, 'https://example.com/a/')).toEqual({ ok: true });
		expect(await addRedirectUri(clientId, 'https://example.com/A')).toEqual({ ok: true });
	});

	it('refuses what may not be registered', async () => {
		expect(await addRedirectUri(clientId, 'javascript:alert(1)')).toMatchObject({
			ok: false,
			field: 'uri'
		});
	});

	it('does not touch another application’s list', async () => {
		const other = await createApplication({ name: 'Other' });
		if (!other.ok) throw new Error(other.message);
		const gone = { ok: false, field: 'uri' };
		expect(await removeRedirectUri(other.clientId, await idOf('a'))).toMatchObject(gone);
		expect(await setDefaultRedirectUri(other.clientId, await idOf('b'))).toMatchObject(gone);
		expect(await moveRedirectUri(other.clientId, await idOf('b'), 'up')).toMatchObject(gone);
		expect(await show()).toBe('a* b c');
	});
});
