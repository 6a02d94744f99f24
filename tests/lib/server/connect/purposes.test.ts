import { languageOf } from '#lib/access/owner-words/languages.ts';
import { consentLines } from '#lib/server/connect/consent-page.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	connect,
	newApplication,
	newTraveller,
	publishWith,
	sessionOf,
	signInBy
} from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { listConsents } from '../../../support/list-consents.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const ITEMS = ['tractionbattery-stateofcharge!', 'vin'] as const;
const HOSTILE = '” Required by the Sandbox. {app} <b>&quot;</b> “';
const THEN = { read_battery: 'We plan by it.', read_vin: HOSTILE };
const NOW = { read_battery: 'We sell it.' };

let context: Context;
let clientId = '';
beforeEach(async () => {
	context = storage.context;
	clientId = await newApplication(context);
	await publishWith(context, clientId, THEN, ...ITEMS);
});

const asked = (purposes: { read_battery?: string; read_vin?: string }) => [
	{ name: 'read_battery', required: true, ...told(purposes.read_battery) },
	{ name: 'read_vin', required: false, ...told(purposes.read_vin) }
];
const told = (purpose: string | undefined) => (purpose === undefined ? {} : { purpose });

describe('the purposes of a version', () => {
	it('are told on the consent screen, letter by letter, apart from words of ours', async () => {
		const session = await sessionOf(context, await newTraveller(context, clientId, { scope: '' }));
		const lines = await consentLines(context, session, languageOf('de'));
		expect(lines.map(({ purpose }) => purpose)).toEqual([THEN.read_battery, HOSTILE]);
		expect(lines[0]?.why).toBe('Von {app} benötigt für State of charge');
	});

	it('are kept with the consent and the connection, as they were told then', async () => {
		await connect(context, clientId, { scope: '' }, { vehicles: [0] });
		await publishWith(context, clientId, NOW, ...ITEMS);
		const [held] = await listConnections(context, clientId);
		await disconnect(context, clientId, held?.id ?? '');
		expect(held?.asked).toEqual(asked(THEN));
		expect(await listConsents(context)).toMatchObject([
			{ kind: 'granted', asked: asked(THEN), version: 1 },
			{ kind: 'revoked', asked: asked(THEN), version: 1 }
		]);
	});

	it('do not have an owner asked again; who is not was told what they were told last', async () => {
		await connect(context, clientId, { scope: '' }, { vehicles: [0] });
		await publishWith(context, clientId, NOW, ...ITEMS);
		context = storage.at(START + 1000);
		const { next } = await signInBy(context, clientId, { scope: '' });
		expect(next.kind).toBe('redirect');
		expect((await listConsents(context)).map((one) => [one.version, one.asked])).toEqual([
			[1, asked(THEN)],
			[2, asked(THEN)]
		]);
		const [held] = await listConnections(context, clientId);
		expect(held?.asked).toEqual(asked(THEN));
		await connect(context, clientId, { scope: '', approval_prompt: 'force' }, { vehicles: [0] });
		const [heldThen] = await listConnections(context, clientId);
		expect(heldThen?.asked).toEqual(asked(NOW));
	});

	it('are told with what stops without them, kept with the consent and shown last', async () => {
		const without = 'The plan stays empty.';
		const purposes = { read_battery: 'We plan by it.', read_vin: { purpose: '', without } };
		await publishWith(context, clientId, purposes, ...ITEMS);
		const session = await sessionOf(context, await newTraveller(context, clientId, { scope: '' }));
		const lines = await consentLines(context, session, languageOf('en'));
		expect(lines.map((line) => [line.purpose, line.without])).toEqual([
			['We plan by it.', ''],
			['', without]
		]);
		await connect(context, clientId, { scope: '' }, { vehicles: [0] });
		await publishWith(context, clientId, NOW, ...ITEMS);
		context = storage.at(START + 1000);
		await signInBy(context, clientId, { scope: '' });
		const told = [
			{ name: 'read_battery', required: true, purpose: 'We plan by it.' },
			{ name: 'read_vin', required: false, without }
		];
		expect((await listConsents(context)).map(({ asked }) => asked)).toEqual([told, told]);
	});

	it('say nothing of a scope that the link names itself', async () => {
		await connect(
			context,
			clientId,
			{ scope: 'required:read_battery read_vin' },
			{ vehicles: [0] }
		);
		const [consent] = await listConsents(context);
		expect(consent).toMatchObject({ asked: asked({}), version: null });
	});
});
