import { z } from 'zod';

const WRITE_ADVANCE = 'Write a time from now on, such as 90s, 10m, 2h or 60d';
const WRITE_FREEZE = 'Write true, or false to let it go on';
const WRITE_RESET = 'Write true, or leave it out';
const WRITE_ONE = 'Write one of advance, e.g. {"advance":"2h"}, {"freeze":true} and {"reset":true}';

const DURATION = /^([1-9]\d{0,8})([smhd])$/;

/** What `POST /sandbox/api/clock` takes. */
export const ClockRequest = z
	.strictObject({
		advance: z
			.string({ error: WRITE_ADVANCE })
			.regex(DURATION, WRITE_ADVANCE)
			.optional()
			.describe('Moves the time of the rehearsal on: seconds, minutes, hours or days'),
		freeze: z
			.boolean({ error: WRITE_FREEZE })
			.optional()
			.describe('Lets the time of the rehearsal stand still, or go on from where it stands'),
		reset: z
			.literal(true, { error: WRITE_RESET })
			.optional()
			.describe('Ends every session, code and token, and goes back to the time of the machine')
	})
	.refine(
		({ advance, freeze, reset }) =>
			[advance, freeze, reset].filter((asked) => asked !== undefined).length === 1,
		WRITE_ONE
	);

export const CLOCK_FORM = { schema: ClockRequest, keys: Object.keys(ClockRequest.shape) };

const MILLISECONDS: Readonly<Record<string, number>> = {
	s: 1000,
	m: 60_000,
	h: 3_600_000,
	d: 86_400_000
};

/** A time as a request names it, in milliseconds. */
export function parseDuration(text: string): number {
	const [, count, unit = ''] = DURATION.exec(text) ?? [];
	return Number(count) * (MILLISECONDS[unit] ?? NaN);
}
