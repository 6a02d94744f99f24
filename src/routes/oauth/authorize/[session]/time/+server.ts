import { stay, timeLeft } from '#lib/server/connect/session-time.ts';
import { text } from '@sveltejs/kit';
import { readStep, travellerOf } from '../traveller.ts';
import type { RequestHandler } from './$types.js';

/** Milliseconds until the session ends, for the page that asks whether its owner is still there. */
export const GET: RequestHandler = async (event) =>
	text(String(await timeLeft(event.locals.context, travellerOf(event))));

/** The owner is. */
export const POST: RequestHandler = async (event) => {
	const { traveller } = await readStep(event);
	return text(String(await stay(event.locals.context, traveller)));
};
