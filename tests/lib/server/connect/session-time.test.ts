import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { stay, timeLeft } from '#lib/server/connect/session-time.ts';
import type { Traveller } from '#lib/server/connect/journey/step.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, expect, it } from 'vitest';
import { allow, sessionOf, signInBy, withApplication } from '../../../support/connect.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const LIFE = LIFETIMES.session;

let context: Context;
let traveller: Traveller;
beforeEach(async () => {
	const made = await withApplication(storage);
	context = made.context;
	({ traveller } = await signInBy(context, made.clientId));
});

const at = (milliseconds: number) => {
	context = storage.at(START + milliseconds);
};

it.each([
	[0, LIFE],
	[LIFE - 1, 1],
	[LIFE, 0],
	[LIFE + 5000, 0]
])('%d ms after the last step %d are left', async (milliseconds, left) => {
	at(milliseconds);
	expect(await timeLeft(context, traveller)).toBe(left);
});

it('who stays has as much time again, on the same screen', async () => {
	const before = await sessionOf(context, traveller);
	at(LIFE - 1000);
	expect(await stay(context, traveller)).toBe(LIFE);
	at(LIFE + 1000);
	expect(await timeLeft(context, traveller)).toBe(LIFE - 2000);
	expect((await sessionOf(context, traveller)).steps).toEqual(before.steps);
	expect((await allow(context, traveller)).kind).toBe('redirect');
});

it('brings back nothing that is over, and gives time to nobody else', async () => {
	const foreign = { ...traveller, browser: 'another' };
	expect([await timeLeft(context, foreign), await stay(context, foreign)]).toEqual([0, 0]);
	at(LIFE);
	expect(await stay(context, traveller)).toBe(0);
	expect(await allow(context, traveller)).toEqual({ kind: 'lost' });
});
