import { z } from 'zod';
import { CHARGE_LIMIT } from '../events/event.ts';
import { Point } from '../places.ts';
import { HourOfDay } from '../state/charging.ts';
import { command, NOTHING, type Command } from './command.ts';
import { SCHEDULE_COMMANDS } from './schedule-commands.ts';

const action = <const Action extends string>(...actions: readonly [Action, ...Action[]]) =>
	z.strictObject({ action: z.enum(actions) });

/** The SDKs send the limit of API v2 as text. */
const Share = z
	.union([
		z.number(),
		z
			.string()
			.regex(/^\d(\.\d+)?$/)
			.transform(Number)
	])
	.pipe(
		z
			.number()
			.min(CHARGE_LIMIT.least / 100)
			.max(CHARGE_LIMIT.most / 100)
	);

const lock = command('lock', NOTHING, () => ({ event: 'lock' }));
const unlock = command('lock', NOTHING, () => ({ event: 'unlock' }));
const navigate = command('navigate', Point, (to) => ({ event: 'set-destination', to }));

/** The commands of the catalog by their codes: what each takes, and what it does to a vehicle. */
export const COMMANDS: Readonly<Record<string, Command>> = {
	'charge-start': command('charge', NOTHING, () => ({ event: 'start-charge' })),
	'charge-stop': command('charge', NOTHING, () => ({ event: 'stop-charge' })),
	'charge-set-limit': command(
		'charge-limit',
		z.strictObject({ percent: z.number().int().min(CHARGE_LIMIT.least).max(CHARGE_LIMIT.most) }),
		({ percent }) => ({ event: 'set-charge-limit', percent })
	),
	'charge-port-open': command('charge-port', NOTHING, () => ({
		event: 'open',
		what: 'charge-port'
	})),
	'charge-port-close': command('charge-port', NOTHING, () => ({
		event: 'close',
		what: 'charge-port'
	})),
	'security-lock': lock,
	'security-unlock': unlock,
	'navigation-set-destination': navigate,
	...SCHEDULE_COMMANDS,
	'charge-start-v2': command('charge', action('START'), () => ({ event: 'start-charge' })),
	'charge-stop-v2': command('charge', action('STOP'), () => ({ event: 'stop-charge' })),
	'charge-limit-v2': command('charge-limit', z.strictObject({ limit: Share }), ({ limit }) => ({
		event: 'set-charge-limit',
		percent: Math.round(limit * 100)
	})),
	'security-lock-v2': command('lock', action('LOCK'), () => ({ event: 'lock' })),
	'security-unlock-v2': command('lock', action('UNLOCK'), () => ({ event: 'unlock' })),
	'navigation-destination-v2': navigate,
	'charge-port-door-v2': command('charge-port', action('OPEN', 'CLOSE'), ({ action }) => ({
		event: action === 'OPEN' ? 'open' : 'close',
		what: 'charge-port'
	})),
	'charge-ammeter-v2': command(
		'amperage',
		z.strictObject({ amperage: z.number().min(1).max(80) }),
		({ amperage }) => ({ event: 'set-amperage', amperes: amperage })
	),
	'charge-schedule-v2': command(
		'charge-timer',
		z.union([
			z.strictObject({
				type: z.enum(['START_TIME', 'DEPARTURE_TIME']),
				enable: z.literal(true),
				time: HourOfDay
			}),
			z.strictObject({
				type: z.enum(['START_TIME', 'DEPARTURE_TIME']),
				enable: z.literal(false),
				time: HourOfDay.optional()
			})
		]),
		(timer) =>
			timer.enable
				? {
						event: 'add-schedule',
						id: timer.type,
						plan: { kind: 'timer', type: timer.type, time: timer.time }
					}
				: { event: 'remove-schedule', id: timer.type }
	),
	'trunk-v2': command('rear-trunk', action('OPEN', 'CLOSE'), ({ action }) => ({
		event: action === 'OPEN' ? 'open' : 'close',
		what: 'rear-trunk'
	})),
	'frunk-v2': command('front-trunk', action('OPEN', 'CLOSE'), ({ action }) => ({
		event: action === 'OPEN' ? 'open' : 'close',
		what: 'front-trunk'
	})),
	'pin-enable-v2': command('pin', z.strictObject({ pin: z.string().regex(/^\d{4}$/) }), () => ({
		event: 'set-pin',
		required: true
	})),
	'pin-disable-v2': command('pin', NOTHING, () => ({ event: 'set-pin', required: false })),
	'climate-cabin-v2': command(
		'cabin',
		z.union([
			z.strictObject({ action: z.enum(['START', 'STOP']), temperature: z.number().optional() }),
			z.strictObject({ action: z.literal('SET'), temperature: z.number().min(15).max(30) })
		]),
		({ action, temperature }) =>
			action === 'SET'
				? { event: 'set-climate', target: temperature }
				: { event: 'set-climate', cabin: action === 'START' }
	),
	'climate-defroster-v2': command('defroster', action('START', 'STOP'), ({ action }) => ({
		event: 'set-climate',
		frontDefroster: action === 'START',
		rearDefroster: action === 'START'
	})),
	'climate-steering-wheel-v2': command(
		'steering-heater',
		action('START', 'STOP'),
		({ action }) => ({ event: 'set-climate', steeringHeater: action === 'START' })
	)
};
