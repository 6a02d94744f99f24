import { z } from 'zod';

const WRITE_ADVANCE = 'Write a time from now on, such as 90s, 10m, 2h or 60d';
const WRITE_RESET = 'Write true, or leave it out';
const WRITE_ONE = 'Write either advance, e.g. {"advance":"2h"}, or {"reset":true}';

const DURATION = /^([1-9]\d{0,8})([smhd])$/;

/** What `POST /sandbox/api/clock` takes. */
export const ClockRequest = z
	.strictObject({
		advance: z
			.string({ error: WRITE_ADVANCE })
			.regex(DURATION, WRITE_ADVANCE)
			.optional()
			.describe('Moves the time of the rehearsal on: seconds, minutes, hours or days'),
		reset: z
			.literal(true, { error: WRITE_RESET })
			.optional()
			.describe('Ends every session, code and token, and goes back to the time of the machine')
	})
	.refine(({ advance, reset }) => (advance === undefined) !== (reset === undefined), WRITE_ONE);

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
