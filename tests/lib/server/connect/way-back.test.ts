import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { listRedirectUris, removeRedirectUri } from '#lib/server/applications/redirect-uris.ts';
import { findSession } from '#lib/server/connect/sessions.ts';
import { wayBackOf } from '#lib/server/connect/way-back.ts';
import type { Traveller } from '#lib/server/connect/journey/step.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, expect, it } from 'vitest';
import {
	allow,
	answerOf,
	CALLBACK,
	ISSUER,
	newTraveller,
	signInBy,
	withApplication
} from '../../../support/connect.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId = '';
beforeEach(async () => ({ context, clientId } = await withApplication(storage)));

async function wayBack(traveller: Traveller) {
	const found = await findSession(context, traveller);
	if (found.kind !== 'over') throw new TypeError(found.kind);
	return wayBackOf(context, found.session, ISSUER);
}

const leaveAlone = () => {
	context = storage.at(START + LIFETIMES.session);
};

it('tells an application that had no answer that its owner turned back', async () => {
	const traveller = await newTraveller(context, clientId, { state: 's-1' });
	leaveAlone();
	const way = await wayBack(traveller);
	if (way === null) throw new TypeError('There is none.');
	expect(Object.fromEntries(answerOf(way))).toMatchObject({
		error: 'user_manually_returned_to_application',
		state: 's-1'
	});
});

it('brings no second answer to an application that had one', async () => {
	const { traveller } = await signInBy(context, clientId, { state: 's-1' });
	await allow(context, traveller);
	expect(await wayBack(traveller)).toEqual({
		kind: 'redirect',
		location: `${new URL(CALLBACK).origin}/`
	});
});

it('leads to no redirect URI that is registered no longer', async () => {
	const traveller = await newTraveller(context, clientId);
	const [uri] = await listRedirectUris(context, clientId);
	await removeRedirectUri(context, clientId, uri?.id ?? 0);
	leaveAlone();
	expect(await wayBack(traveller)).toBeNull();
});

it('leads nowhere where the session ends on a page of our own', async () => {
	const traveller = await newTraveller(context, clientId, { response_type: 'none' });
	leaveAlone();
	expect(await wayBack(traveller)).toBeNull();
});
