import { freezeClock, readClock } from '#lib/server/connect/rehearsal.ts';
import type { EndedCounts } from '#lib/server/connect/ended/ended-within.ts';
import { countResetEnds } from '#lib/server/connect/reset-ends.ts';
import { advanceRehearsal, resetRehearsal } from '#lib/server/fleet/clock.ts';
import type { Context } from '#lib/server/context.ts';
import { form, type FormFault } from '#lib/server/http/form.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { formatAhead, formatRehearsal } from '../../rehearsal-time.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { tellFired, type FiredLines } from './fired-lines.ts';
import { Advance, Preset, PRESET_SPANS, spanOf } from './forms.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ url, locals: { context } }) => {
	const [{ now, offsetMs, frozen }, ends] = await Promise.all([
		readClock(context),
		countResetEnds(context)
	]);
	const machine = formatRehearsal(context.machineNow);
	const { date, seconds } = formatRehearsal(now);
	return {
		clock: {
			iso: new Date(now).toISOString(),
			date,
			seconds,
			frozen,
			ahead: formatAhead(offsetMs),
			machine: `${machine.date}, ${machine.time}`
		},
		ends,
		isPublic: context.settings.isPublic,
		/** Whether the band led here to have it reset. */
		asksReset: url.searchParams.has('reset')
	};
};

/** What a form of this page is answered with. */
interface Answer {
	readonly done?: string;
	readonly error?: string;
	readonly field?: string;
	/** The preset that was pressed, and what was typed. */
	readonly by?: string;
	readonly amount?: string;
	readonly unit?: string;
	readonly fired?: FiredLines;
	readonly ended?: EndedCounts;
}

const refused = ({ message, field, typed }: FormFault): Answer => ({
	error: message,
	...(field !== undefined && { field }),
	...(typed.amount !== undefined && { amount: typed.amount }),
	...(typed.unit !== undefined && { unit: typed.unit })
});

/** On a public server the clock is the machine's. */
function refuseWherePublic({ settings }: Context) {
	return settings.isPublic ? fail<Answer>(403, { error: words.offHere }) : null;
}

async function moveOn(context: Context, span: number, more: Partial<Answer>) {
	const closed = refuseWherePublic(context);
	if (closed) return closed;
	const moved = await advanceRehearsal(context, span);
	if (!moved.ok) {
		const years = Math.floor(moved.data.most / (365.25 * 86_400_000));
		return fail<Answer>(400, { ...more, error: words.tooFar(years) });
	}
	const { date, seconds } = formatRehearsal(moved.clock.now);
	const answer: Answer = {
		...more,
		done: words.advanced(words.utcTime(date, seconds), moved.fired.count),
		fired: await tellFired(context, moved.fired),
		ended: moved.ended
	};
	return answer;
}

async function freeze(context: Context, frozen: boolean) {
	const closed = refuseWherePublic(context);
	if (closed) return closed;
	await freezeClock(context, frozen);
	const answer: Answer = { done: frozen ? words.frozenNow : words.goesNow };
	return answer;
}

export const actions: Actions = {
	preset: form(
		Preset,
		({ by }, { locals }) => {
			const span = PRESET_SPANS[by];
			if (span === undefined) return fail<Answer>(400, { error: words.amountWrong });
			return moveOn(locals.context, span, { by });
		},
		refused
	),
	advance: form(
		Advance,
		(input, { locals }) =>
			moveOn(locals.context, spanOf(input), { amount: String(input.amount), unit: input.unit }),
		refused
	),
	freeze: form(z.object({}), (_, { locals }) => freeze(locals.context, true), refused),
	go: form(z.object({}), (_, { locals }) => freeze(locals.context, false), refused),
	reset: form(
		z.object({}),
		async (_, { locals: { context } }) => {
			const closed = refuseWherePublic(context);
			if (closed) return closed;
			await resetRehearsal(context);
			const answer: Answer = { done: words.resetDone };
			return answer;
		},
		refused
	)
};
