/** Commands of API v3 by their codes in the catalog, which are also the types of their executions. */
export const V3_COMMANDS = [
	'charge-start',
	'charge-stop',
	'charge-set-limit',
	'charge-port-open',
	'charge-port-close',
	'security-lock',
	'security-unlock',
	'navigation-set-destination'
] as const;

export type CommandCode = (typeof V3_COMMANDS)[number];

export const V3_SCHEDULES = ['daily', 'weekly', 'workweek'] as const;

export type ScheduleKind = (typeof V3_SCHEDULES)[number];
