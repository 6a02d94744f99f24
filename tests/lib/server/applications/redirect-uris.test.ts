import { followOrigin } from '#lib/server/applications/built-in-redirect-uris.ts';
import { createApplication } from '#lib/server/applications/applications.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import {
	addRedirectUri,
	listRedirectUris,
	MAX_REDIRECT_URIS,
	moveRedirectUri,
	removeRedirectUri,
	rewriteRedirectUri,
	setDefaultRedirectUri
} from '#lib/server/applications/redirect-uris.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let clientId = '';

beforeEach(async () => {
	const created = await createApplication(storage.context, { name: 'Charge Planner' });
	if (created.ok) clientId = created.clientId;
	for (const name of ['a', 'b', 'c'])
		await addRedirectUri(storage.context, clientId, `https://example.com/${name}`);
});

const show = async () =>
	(await listRedirectUris(storage.context, clientId))
		.map(({ uri, isDefault }) => uri.slice(-1) + (isDefault ? '*' : ''))
		.join(' ');
const idOf = async (name: string) =>
	(await listRedirectUris(storage.context, clientId)).find(({ uri }) => uri.endsWith(name))?.id ??
	-1;

describe('the built-in redirect URI', () => {
	const SAMPLE = 'http://127.0.0.1:3000/sandbox/callback';

	beforeEach(async () => {
		const created = await createApplication(storage.context, { name: 'Rehearsed', sample: SAMPLE });
		if (created.ok) clientId = created.clientId;
	});

	it('is registered from the start, as the default', async () => {
		expect(await listRedirectUris(storage.context, clientId)).toMatchObject([
			{ uri: SAMPLE, isDefault: true, isBuiltIn: true }
		]);
	});

	it('is the default no more once the application has one of its own', async () => {
		await addRedirectUri(storage.context, clientId, 'https://example.com/a');
		expect(await show()).toBe('a* k');
		await addRedirectUri(storage.context, clientId, 'https://example.com/b');
		expect(await show()).toBe('a* b k');
	});

	it('is the default again when it is chosen, and stays so', async () => {
		await addRedirectUri(storage.context, clientId, 'https://example.com/a');
		await setDefaultRedirectUri(storage.context, clientId, await idOf('callback'));
		await addRedirectUri(storage.context, clientId, 'https://example.com/b');
		expect(await show()).toBe('a b k*');
	});

	it('takes over from the last own one, which needs no successor then', async () => {
		await addRedirectUri(storage.context, clientId, 'https://example.com/a');
		expect(await removeRedirectUri(storage.context, clientId, await idOf('a'))).toEqual({
			ok: true
		});
		expect(await show()).toBe('k*');
	});

	it('is removed for good, and built in again when it is added by hand', async () => {
		await removeRedirectUri(storage.context, clientId, await idOf('callback'));
		await followOrigin(storage.context, 'http://127.0.0.1:3000');
		expect(await listRedirectUris(storage.context, clientId)).toEqual([]);
		await addRedirectUri(storage.context, clientId, 'https://example.com/a');
		await addRedirectUri(storage.context, clientId, SAMPLE, SAMPLE);
		expect(await listRedirectUris(storage.context, clientId)).toMatchObject([
			{ isDefault: true, isBuiltIn: false },
			{ uri: SAMPLE, isDefault: false, isBuiltIn: true }
		]);
		expect(await addRedirectUri(storage.context, clientId, SAMPLE, SAMPLE)).toEqual({ ok: true });
		expect(await listRedirectUris(storage.context, clientId)).toHaveLength(2);
	});

	it('takes no place of the twenty and no part in their order', async () => {
		for (let count = 0; count < MAX_REDIRECT_URIS; count++) {
			expect(
				await addRedirectUri(storage.context, clientId, `https://example.com/${count}`)
			).toEqual({ ok: true });
		}
		expect(
			await addRedirectUri(storage.context, clientId, 'https://example.com/more')
		).toMatchObject({ ok: false });
		await moveRedirectUri(storage.context, clientId, await idOf('/19'), 'down');
		await moveRedirectUri(storage.context, clientId, await idOf('callback'), 'up');
		const uris = (await listRedirectUris(storage.context, clientId)).map(({ uri }) => uri);
		expect(uris.slice(-2)).toEqual(['https://example.com/19', SAMPLE]);
	});

	it('follows the address of the server, and what was typed there before gives way to it', async () => {
		const moved = 'https://valetkey.example.com/sandbox/callback';
		await followOrigin(storage.context, 'https://valetkey.example.com');
		expect(await listRedirectUris(storage.context, clientId)).toMatchObject([
			{ uri: moved, isDefault: true }
		]);
		await addRedirectUri(storage.context, clientId, SAMPLE);
		await setDefaultRedirectUri(
			storage.context,
			clientId,
			(await listRedirectUris(storage.context, clientId))[1]?.id ?? -1
		);
		await followOrigin(storage.context, 'http://127.0.0.1:3000');
		expect(await listRedirectUris(storage.context, clientId)).toMatchObject([
			{ uri: SAMPLE, isDefault: true, isBuiltIn: true }
		]);
	});

	it('leaves what other applications registered themselves', async () => {
		const other = await createApplication(storage.context, { name: 'Other' });
		if (!other.ok) throw new Error(other.kind);
		await addRedirectUri(storage.context, other.clientId, SAMPLE);
		await followOrigin(storage.context, 'https://valetkey.example.com');
		expect(await listRedirectUris(storage.context, other.clientId)).toMatchObject([
			{ uri: SAMPLE }
		]);
	});
});

describe('rewriteRedirectUri', () => {
	const GIVEN = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

	it('carries the scheme of a mobile app over to the new client id', async () => {
		const own = await createApplication(storage.context, { name: 'Mobile' });
		if (!own.ok) throw new Error(own.kind);
		await addRedirectUri(storage.context, own.clientId, `sc${own.clientId}://callback/a?b=C`);
		await addRedirectUri(storage.context, own.clientId, 'https://example.com/web');
		await changeClientId(storage.context, own.clientId, GIVEN);
		const [mobile, web] = await listRedirectUris(storage.context, GIVEN);
		for (const uri of [mobile, web])
			await rewriteRedirectUri(storage.context, GIVEN, uri?.id ?? -1);
		expect((await listRedirectUris(storage.context, GIVEN)).map(({ uri }) => uri)).toEqual([
			`sc${GIVEN}://callback/a?b=C`,
			'https://example.com/web'
		]);
	});

	it('refuses where that is registered beside it already', async () => {
		const own = await createApplication(storage.context, { name: 'Mobile' });
		if (!own.ok) throw new Error(own.kind);
		await addRedirectUri(storage.context, own.clientId, `sc${own.clientId}://callback`);
		await changeClientId(storage.context, own.clientId, GIVEN);
		await addRedirectUri(storage.context, GIVEN, `sc${GIVEN}://callback`);
		const [old] = await listRedirectUris(storage.context, GIVEN);
		expect(await rewriteRedirectUri(storage.context, GIVEN, old?.id ?? -1)).toEqual({
			ok: false,
			kind: 'refused',
			code: 'rewritten-registered',
			field: 'uri',
			data: { uri: `sc${GIVEN}://callback` }
		});
		expect(await rewriteRedirectUri(storage.context, GIVEN, -1)).toMatchObject({
			kind: 'gone',
			what: 'redirect-uri'
		});
	});
});

describe('redirect URIs', () => {
	it('makes the first one the default and keeps the order', async () => {
		expect(await show()).toBe('a* b c');
	});

	it('makes any of them the default', async () => {
		await setDefaultRedirectUri(storage.context, clientId, await idOf('c'));
		expect(await show()).toBe('a b c*');
	});

	it('moves one up or down, and not past the ends', async () => {
		await moveRedirectUri(storage.context, clientId, await idOf('c'), 'up');
		expect(await show()).toBe('a* c b');
		await moveRedirectUri(storage.context, clientId, await idOf('a'), 'up');
		expect(await show()).toBe('a* c b');
		await moveRedirectUri(storage.context, clientId, await idOf('a'), 'down');
		expect(await show()).toBe('c a* b');
	});

	it('does not remove the default silently', async () => {
		expect(await removeRedirectUri(storage.context, clientId, await idOf('a'))).toEqual({
			ok: false,
			kind: 'refused',
			code: 'default-needed',
			field: 'newDefault'
		});
		expect(
			await removeRedirectUri(storage.context, clientId, await idOf('a'), await idOf('c'))
		).toEqual({
			ok: true
		});
		expect(await show()).toBe('b c*');
	});

	it('removes any other, and the last one', async () => {
		await removeRedirectUri(storage.context, clientId, await idOf('b'));
		await removeRedirectUri(storage.context, clientId, await idOf('c'));
		await removeRedirectUri(storage.context, clientId, await idOf('a'));
		expect(await show()).toBe('');
		await addRedirectUri(storage.context, clientId, 'https://example.com/d');
		expect(await show()).toBe('d*');
	});

	it('refuses one that is registered already, and one too many', async () => {
		expect(await addRedirectUri(storage.context, clientId, 'https://example.com/a')).toMatchObject({
			code: 'uri-registered',
			field: 'uri'
		});
		for (let count = 3; count < MAX_REDIRECT_URIS; count++) {
			await addRedirectUri(storage.context, clientId, `https://example.com/${count}`);
		}
		expect(
			await addRedirectUri(storage.context, clientId, 'https://example.com/more')
		).toMatchObject({
			code: 'too-many-uris',
			data: { limit: 20 }
		});
	});

	it('keeps what differs by one character apart: they are compared as a whole', async () => {
		expect(await addRedirectUri(storage.context, clientId, 'https://example.com/a/')).toEqual({
			ok: true
		});
		expect(await addRedirectUri(storage.context, clientId, 'https://example.com/A')).toEqual({
			ok: true
		});
	});

	it('refuses what may not be registered', async () => {
		expect(await addRedirectUri(storage.context, clientId, 'javascript:alert(1)')).toMatchObject({
			code: 'uri-unfit',
			field: 'uri',
			data: { rule: expect.any(String), clientId }
		});
	});

	it('does not touch another application’s list', async () => {
		const other = await createApplication(storage.context, { name: 'Other' });
		if (!other.ok) throw new Error(other.kind);
		const gone = { ok: false, kind: 'gone', what: 'redirect-uri' };
		expect(await removeRedirectUri(storage.context, other.clientId, await idOf('a'))).toMatchObject(
			gone
		);
		expect(
			await setDefaultRedirectUri(storage.context, other.clientId, await idOf('b'))
		).toMatchObject(gone);
		expect(
			await moveRedirectUri(storage.context, other.clientId, await idOf('b'), 'up')
		).toMatchObject(gone);
		expect(await show()).toBe('a* b c');
	});
});
