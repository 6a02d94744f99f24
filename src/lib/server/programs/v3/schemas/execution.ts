import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { z } from 'zod';
import { V3_COMMANDS, V3_SCHEDULES, type CommandCode, type ScheduleKind } from '../codes.ts';
import { Path } from './vehicle.ts';

const Instant = z.iso.datetime();

const ExecutionId = z.string().regex(/^exec_\d{10}$/);
const ScheduleId = z.string().regex(/^sched_[a-z0-9]+$/);

const execution = {
	status: z.strictObject({ value: z.literal('SUCCESS') }),
	executionMode: z
		.enum(['sync', 'async'])
		.describe('async where the answer was held back under status 202')
};

const meta = z.strictObject({
	executedAt: Instant,
	completedAt: Instant,
	durationInSeconds: z.number().nonnegative()
});

/** What is sent with a command or a schedule, around its own fields. */
function sent(code: CommandCode | `charge-schedule-${ScheduleKind}`): z.ZodType<SentAttributes> {
	const parameters = COMMANDS[code]?.parameters;
	if (!parameters) throw new TypeError(`${code} is no command`);
	return z.looseObject({ data: z.looseObject({ attributes: parameters }) });
}

export interface SentAttributes {
	readonly data: { readonly attributes: unknown };
}

export const SetLimitRequest = sent('charge-set-limit');
export const SetDestinationRequest = sent('navigation-set-destination');
export const DailyScheduleRequest = sent('charge-schedule-daily');
export const WeeklyScheduleRequest = sent('charge-schedule-weekly');
export const WorkweekScheduleRequest = sent('charge-schedule-workweek');

export const CommandAnswer = z.strictObject({
	data: z.strictObject({
		id: ExecutionId,
		type: z.literal('command-execution'),
		attributes: z.strictObject({
			commandType: z.enum(V3_COMMANDS),
			...execution,
			parameters: z
				.record(z.string(), z.unknown())
				.optional()
				.describe('What was sent, where the command takes something')
		}),
		meta
	})
});

export const ScheduleAnswer = z.strictObject({
	data: z.strictObject({
		id: ExecutionId,
		type: z.literal('charge-schedule-execution'),
		attributes: z.strictObject({
			action: z.literal('create'),
			scheduleType: z.enum(V3_SCHEDULES),
			...execution,
			scheduleId: ScheduleId,
			parameters: z.record(z.string(), z.unknown())
		}),
		links: z.strictObject({ schedule: Path }),
		meta
	})
});
