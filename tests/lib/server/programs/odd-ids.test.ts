import { askFromWithin } from '#lib/server/programs/within.ts';
import { expect, it } from 'vitest';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

/** Ids that nothing has; what keeps text in one storage may not know a NUL at all. */
const ODD = ['\0', 'a\0b', '\u{1F697}', '\uFFFD', 'x'.repeat(3000), "'--", '\\', '%'];

const basic = (id: string) => `Basic ${Buffer.from(`${id}:${id}`).toString('base64')}`;

it.each(ODD)('an id that nothing has is found nowhere: %j', async (id) => {
	const ask = async (method: string, path: string, init: RequestInit = {}) => {
		const response = await askFromWithin(storage.context, '192.0.2.7', path, { method, ...init });
		return response.status;
	};
	const json = { 'content-type': 'application/json' };
	const vehicle = `/sandbox/api/vehicles/${encodeURIComponent(id)}`;
	expect(await ask('GET', vehicle)).toBe(404);
	expect(await ask('DELETE', vehicle)).toBe(404);
	for (const event of ['lock', 'change-password', 'move-brand']) {
		const body = JSON.stringify({ event });
		expect(await ask('POST', `${vehicle}/events`, { headers: json, body })).toBe(404);
	}
	expect(await ask('GET', `/sandbox/api/vehicles?after=${encodeURIComponent(id)}`)).toBe(200);

	const headers = { authorization: basic(id) };
	const compatibility = '/v2.0/compatibility?vin=5YJ3E1EA5KF328931&scope=read_vin';
	expect(await ask('GET', compatibility, { headers })).toBe(401);
	for (const path of ['/oauth/token', '/oauth/revoke', '/oauth2/token']) {
		const body = new URLSearchParams({ grant_type: 'client_credentials', token: id, code: id });
		expect(await ask('POST', path, { headers, body })).toBeOneOf([400, 401]);
	}
});
