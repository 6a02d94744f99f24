import type { z } from 'zod';
import {
	ConnectionAnswer,
	ConnectionOf2025,
	ConnectionsAnswer,
	ConnectionsOf2025
} from './connection.ts';
import { ErrorAnswer } from './error.ts';
import {
	CommandAnswer,
	DailyScheduleRequest,
	ScheduleAnswer,
	SetDestinationRequest,
	SetLimitRequest,
	WeeklyScheduleRequest,
	WorkweekScheduleRequest
} from './execution.ts';
import { SignalAnswer, SignalOf2025, SignalsAnswer, SignalsOf2025 } from './signal.ts';
import { VehicleAnswer, VehicleOf2025 } from './vehicle.ts';

/** Every body of API v3 by the name that the description gives it. */
export const V3_SCHEMAS = {
	VehicleAnswer,
	VehicleOf2025,
	SignalAnswer,
	SignalOf2025,
	SignalsAnswer,
	SignalsOf2025,
	ConnectionAnswer,
	ConnectionOf2025,
	ConnectionsAnswer,
	ConnectionsOf2025,
	SetLimitRequest,
	SetDestinationRequest,
	DailyScheduleRequest,
	WeeklyScheduleRequest,
	WorkweekScheduleRequest,
	CommandAnswer,
	ScheduleAnswer,
	ErrorAnswer
} satisfies Record<string, z.ZodType>;

export type V3SchemaName = keyof typeof V3_SCHEMAS;
