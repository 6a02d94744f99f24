import { z } from 'zod';
import type { Instant } from '../instant/instant.ts';
import { DOORS, WINDOWS, type Opening } from '../state/openings.ts';
import { Flag, FOUR, grid, Lockable, Openable, seatOf } from './shapes.ts';
import { signal } from './signal.ts';

const Doors = grid({ isOpen: z.boolean(), isLocked: z.boolean() });
const Windows = grid({ isOpen: z.boolean() });

/** Doors, windows and the rest that opens. */
export const CLOSURE_SIGNALS = {
	'closure-islocked': signal({
		schema: Flag,
		parts: ['lock'],
		read: ({ state }) => ({ value: state.lock.locked })
	}),
	'closure-doors': signal({
		schema: Doors,
		parts: ['lock', 'open'],
		read: ({ state }) => ({
			values: DOORS.map((door, index) => ({
				...seatOf(index),
				isOpen: state.open.includes(door),
				isLocked: state.lock.locked
			})),
			...FOUR
		})
	}),
	'closure-windows': signal({
		schema: Windows,
		parts: ['open'],
		read: ({ state }) => ({
			values: WINDOWS.map((window, index) => ({
				...seatOf(index),
				isOpen: state.open.includes(window)
			})),
			...FOUR
		})
	}),
	'closure-sunroof': signal({
		schema: Openable,
		parts: ['open'],
		read: ({ state, profile }) => ({
			isOpen: profile.habits?.blindSunroof ? null : state.open.includes('sunroof')
		})
	}),
	'closure-enginecover': signal({
		schema: Openable,
		parts: ['open'],
		read: ({ state }) => ({ isOpen: state.open.includes('engine-cover') })
	}),
	'closure-fronttrunk': signal({
		schema: Lockable,
		parts: ['lock', 'open'],
		read: (instant) => ({
			...trunk(instant, 'front-trunk'),
			...(instant.profile.habits?.blindFrontTrunk ? { isLocked: null } : {})
		})
	}),
	'closure-reartrunk': signal({
		schema: Lockable,
		parts: ['lock', 'open'],
		read: (instant) => trunk(instant, 'rear-trunk')
	}),
	'closure-tailgate': signal({
		schema: Lockable,
		parts: ['lock', 'open'],
		read: (instant) => trunk(instant, 'tailgate')
	})
};

function trunk({ state }: Instant, what: Opening) {
	return { isOpen: state.open.includes(what), isLocked: state.lock.locked };
}
