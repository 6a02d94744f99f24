import { commit, settled } from './commit.ts';
import type { Instant } from '../instant/instant.ts';
import { awoken } from './awoken.ts';
import { setByHand } from './by-hand.ts';
import {
	plugIn,
	setAmperage,
	setChargeLimit,
	startCharge,
	stopCharge,
	unplug
} from './charging.ts';
import { close, lock, open, unlock } from './closures.ts';
import { fallAsleep, setClimate } from './comfort.ts';
import { driveOff, park } from './driving.ts';
import type { VehicleEvent } from './event.ts';
import { isRefusal, type Applied } from './refusal.ts';
import { addSchedule, removeSchedule } from './schedules.ts';
import { refuel, service, trouble } from './upkeep.ts';

/** Events that leave a sleeping vehicle asleep. */
const QUIET: ReadonlySet<VehicleEvent['event']> = new Set([
	'sleep',
	'go-online',
	'go-offline',
	'routine',
	'set'
]);

/** What an event makes of a vehicle that has lived up to this instant. */
export function apply(instant: Instant, event: VehicleEvent): Applied {
	const { state, time } = instant;
	const before = settled(QUIET.has(event.event) ? instant : awoken(instant));
	const after = handle(before, event);
	return isRefusal(after) ? after : commit(state, after, time);
}

function handle(instant: Instant, event: VehicleEvent): Applied {
	const { state } = instant;
	switch (event.event) {
		case 'drive':
			return driveOff(instant, event);
		case 'park':
			return park(instant);
		case 'plug-in':
			return plugIn(instant, event);
		case 'unplug':
			return unplug(instant);
		case 'start-charge':
			return startCharge(instant);
		case 'stop-charge':
			return stopCharge(instant);
		case 'set-charge-limit':
			return setChargeLimit(instant, event);
		case 'set-amperage':
			return setAmperage(instant, event);
		case 'add-schedule':
			return addSchedule(instant, event);
		case 'remove-schedule':
			return removeSchedule(instant, event);
		case 'lock':
			return lock(instant);
		case 'unlock':
			return unlock(instant);
		case 'open':
			return open(instant, event);
		case 'close':
			return close(instant, event);
		case 'set-climate':
			return setClimate(instant, event);
		case 'set-destination':
			return { ...state, destination: event.to };
		case 'set-pin':
			return { ...state, pin: { required: event.required } };
		case 'wake':
			return state;
		case 'sleep':
			return fallAsleep(instant);
		case 'go-online':
			return { ...state, online: { value: true } };
		case 'go-offline':
			return { ...state, online: { value: false } };
		case 'refuel':
			return refuel(instant);
		case 'service':
			return service(instant);
		case 'trouble':
			return trouble(instant, event);
		case 'routine':
			return { ...state, routine: event.routine };
		case 'set':
			return setByHand(instant, event);
	}
}
