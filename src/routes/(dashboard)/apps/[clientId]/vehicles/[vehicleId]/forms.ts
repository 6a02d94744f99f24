import { text } from '#lib/server/http/fields.ts';
import type { Delays } from '#lib/vehicles/platform/fetching.ts';
import { OPENINGS } from '#lib/vehicles/state/openings.ts';
import { z } from 'zod';
import * as words from './words.en.ts';

/** A number as people write it, also with a comma. */
const number = z
	.string()
	.trim()
	.regex(/^\d{1,6}([.,]\d{1,3})?$/)
	.transform((written) => Number(written.replace(',', '.')));

/** Left empty, the vehicle chooses where to go. */
export const Distance = z.union(
	[
		z
			.string()
			.trim()
			.max(0)
			.transform(() => null),
		number.pipe(z.number().min(0.5).max(1500))
	],
	{ error: words.distanceWrong }
);

export const Turn = z.object({
	what: z.enum(OPENINGS, { error: words.noSuchAct }),
	how: z.enum(['open', 'close'], { error: words.noSuchAct })
});

export const Signal = z.object({ code: text, body: text });

const seconds = (name: string) =>
	number.pipe(z.number().max(86_400)).catch(NaN).refine(Number.isFinite, words.secondsWrong(name));

export const Behaviour = z.object({
	behaviour: z.enum(['vehicle', 'simulator-2025'], { error: words.noSuchAct }),
	report: seconds(words.delayReport),
	every: seconds(words.delayEvery).refine((value) => !(value < 1), words.everyTooShort),
	ingest: seconds(words.delayIngest)
});

export function delaysOf(input: z.output<typeof Behaviour>): Delays {
	const { report, every, ingest } = input;
	return {
		report: Math.round(report * 1000),
		every: Math.round(every * 1000),
		ingest: Math.round(ingest * 1000)
	};
}
