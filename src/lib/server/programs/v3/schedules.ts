import type { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { Refused } from '../endpoint.ts';
import { v3Answer, v3Done } from './answers.ts';
import { scheduleBody } from './bodies/execution.ts';
import { vehicleEndpoint } from './endpoint.ts';
import type { ScheduleKind } from './codes.ts';
import { askedCommand, orderReached } from './order.ts';
import {
	DailyScheduleRequest,
	WeeklyScheduleRequest,
	WorkweekScheduleRequest,
	type SentAttributes
} from './schemas/execution.ts';
import { readSent } from './sent.ts';

/** `POST /v3/vehicles/{id}/charge-schedules/…`: when a vehicle is to charge at a place. */
function scheduleEndpoint(kind: ScheduleKind, form: z.ZodType<SentAttributes>): Endpoint {
	const code = `charge-schedule-${kind}`;
	return vehicleEndpoint({
		userRequired: true,
		item: () => askedCommand(code),
		answer: async (call, reach) => {
			const sent = await readSent(call, form);
			if (sent instanceof Refused) return sent.answer;
			const done = await orderReached(call, reach, code, sent.data.attributes);
			if (done instanceof Refused) return done.answer;
			const id = done.after.state.schedules.at(-1)?.id;
			if (id === undefined) throw new TypeError('The vehicle kept no schedule.');
			const schedule = { id, kind, vehicleId: reach.told.id };
			return v3Answer(call.envelope.id, scheduleBody(schedule, done));
		}
	});
}

export const scheduleDaily = scheduleEndpoint('daily', DailyScheduleRequest);
export const scheduleWeekly = scheduleEndpoint('weekly', WeeklyScheduleRequest);
export const scheduleWorkweek = scheduleEndpoint('workweek', WorkweekScheduleRequest);

const REMOVAL = 'charge-schedule-delete';

/** `DELETE /v3/vehicles/{id}/charge-schedules/{scheduleId}`. */
export const removeSchedule = vehicleEndpoint({
	userRequired: true,
	item: () => askedCommand(REMOVAL),
	answer: async (call, reach) => {
		const { scheduleId } = call.params;
		const done = await orderReached(call, reach, REMOVAL, { scheduleId });
		return done instanceof Refused ? done.answer : v3Done(call.envelope.id);
	}
});
