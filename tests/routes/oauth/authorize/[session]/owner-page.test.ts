import { openConnect } from '#lib/server/connect/authorize/open-connect.ts';
import { randomSecret } from '#lib/server/digest.ts';
import { shownBy } from '#lib/server/http/shown.ts';
import { expect, it } from 'vitest';
import '../../../../../src/routes/oauth/authorize/[session]/+page.server.ts';
import { ISSUER, newApplication, queryOf } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

/** What the first screen of a session of another owner shows. @param write its id, in the address */
async function shownTo(clientId: string, write: (id: string) => string) {
	const { context } = storage;
	const browser = randomSecret();
	const next = await openConnect(context, 'authorize', queryOf(clientId), {
		browser,
		issuer: ISSUER,
		developer: true
	});
	if (next.kind !== 'session') throw new TypeError(next.kind);
	const url = new URL(`http://127.0.0.1:3000/oauth/authorize/${write(next.id)}`);
	const event = {
		route: { id: '/oauth/authorize/[session]' },
		params: { session: next.id },
		url,
		request: new Request(url),
		cookies: { get: (name: string) => (name === 'connect' ? browser : undefined) },
		locals: { context }
	};
	// Of the event, the page reads these parts alone.
	return { id: next.id, shown: await Reflect.apply(shownBy, undefined, [event]) };
}

const asItIs = (id: string) => id;
const inOtherCharacters = (id: string) => `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`;

it('shows the same to two owners, whose sessions stand in it', async () => {
	const clientId = await newApplication(storage.context);
	const [one, other] = [await shownTo(clientId, asItIs), await shownTo(clientId, asItIs)];
	expect(one.shown.changing).toContain(one.id);
	expect(other.shown.what).toEqual(one.shown.what);
});

it('shows to nobody else what was asked for by a session that is written another way', async () => {
	const clientId = await newApplication(storage.context);
	const [one, other] = [
		await shownTo(clientId, inOtherCharacters),
		await shownTo(clientId, asItIs)
	];
	expect(JSON.stringify(other.shown.what)).not.toBe(JSON.stringify(one.shown.what));
});
