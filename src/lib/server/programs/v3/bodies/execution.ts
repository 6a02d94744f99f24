import { randomInt } from 'node:crypto';
import type { CommandCode, ScheduleKind } from '../codes.ts';

/** What was done, and when. The vehicle obeys at once, or not at all. */
interface Execution {
	/** Null where nothing was sent. */
	readonly parameters: unknown;
	/** By the rehearsal, in milliseconds since 1970. */
	readonly at: number;
}

export function commandBody(command: CommandCode, { parameters, at }: Execution): object {
	return {
		data: {
			id: executionId(),
			type: 'command-execution',
			attributes: {
				commandType: command,
				...DONE,
				...(parameters !== null && { parameters })
			},
			meta: timesOf(at)
		}
	};
}

export function scheduleBody(
	schedule: { readonly id: string; readonly kind: ScheduleKind; readonly vehicleId: string },
	{ parameters, at }: Execution
): object {
	const { id, kind, vehicleId } = schedule;
	return {
		data: {
			id: executionId(),
			type: 'charge-schedule-execution',
			attributes: {
				action: 'create',
				scheduleType: kind,
				...DONE,
				scheduleId: id,
				parameters
			},
			links: { schedule: `/vehicles/${vehicleId}/charge-schedules/${id}` },
			meta: timesOf(at)
		}
	};
}

/** An answer that is held back says `async`. */
const DONE = { status: { value: 'SUCCESS' }, executionMode: 'sync' };

function executionId(): string {
	return `exec_${randomInt(10 ** 9, 10 ** 10)}`;
}

function timesOf(at: number): object {
	const time = new Date(at).toISOString();
	return { executedAt: time, completedAt: time, durationInSeconds: 0 };
}
