import { text } from '#lib/server/http/fields.ts';
import { z } from 'zod';
import * as words from './words.en.ts';

const SPANS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** Spans that one press moves the clock on by. */
export const PRESET_SPANS: Readonly<Record<string, number>> = {
	'10min': 10 * SPANS.minutes,
	'2h': 2 * SPANS.hours,
	'60d': 60 * SPANS.days
};

export const Advance = z.object({
	amount: z
		.string()
		.trim()
		.regex(/^[1-9]\d{0,5}$/, words.amountWrong)
		.transform(Number)
		.pipe(z.number().max(100_000, words.amountWrong)),
	unit: z.enum(['minutes', 'hours', 'days'], { error: words.unitWrong })
});

export const Preset = z.object({ by: text });

export function spanOf({ amount, unit }: z.output<typeof Advance>): number {
	return amount * SPANS[unit];
}
