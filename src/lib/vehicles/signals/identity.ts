import { z } from 'zod';
import { drawOne } from '../draw.ts';
import { Flag, Text } from './shapes.ts';
import { signal } from './signal.ts';

const Texts = z.strictObject({ values: z.array(z.string()) });

const NICKNAMES = [
	'Blue Whale',
	'Daily',
	'Pebble',
	'Comet',
	'Otter',
	'Marble',
	'Juniper',
	'Sparrow'
];

/** What a vehicle is, and whose it is. */
export const IDENTITY_SIGNALS = {
	'vehicleidentification-vin': signal({
		schema: z.strictObject({ value: z.string().length(17) }),
		parts: [],
		fixed: true,
		read: ({ state }) => ({ value: state.vin })
	}),
	'vehicleidentification-nickname': signal({
		schema: Text,
		parts: [],
		fixed: true,
		read: ({ state }) => ({ value: drawOne(NICKNAMES, state.seed, 'nickname') })
	}),
	'vehicleidentification-trim': signal({
		schema: Text,
		parts: [],
		fixed: true,
		read: ({ profile }) => ({ value: profile.trim })
	}),
	'vehicleidentification-exteriorcolor': signal({
		schema: Text,
		parts: [],
		fixed: true,
		read: ({ state, profile }) => ({ value: drawOne(profile.colors, state.seed, 'color') })
	}),
	'vehicleidentification-packages': signal({
		schema: Texts,
		parts: [],
		fixed: true,
		read: ({ profile }) => ({ values: [...profile.packages] })
	}),
	'vehicleuseraccount-role': signal({
		schema: Text,
		parts: [],
		fixed: true,
		read: () => ({ value: 'Driver' })
	}),
	'vehicleuseraccount-permissions': signal({
		schema: Texts,
		parts: [],
		fixed: true,
		read: () => ({ values: ['vehicle_cmds', 'vehicle_device_data'] })
	}),
	'wheel-style': signal({
		schema: Text,
		parts: [],
		fixed: true,
		read: ({ profile }) => ({ value: profile.wheels })
	}),
	'connectivitysoftware-currentfirmwareversion': signal({
		schema: Text,
		parts: [],
		fixed: true,
		read: ({ profile }) => ({ value: profile.firmware })
	}),
	'connectivitystatus-isdigitalkeypaired': signal({
		schema: Flag,
		parts: [],
		fixed: true,
		read: () => ({ value: true })
	}),
	'surveillance-brand': signal({
		schema: Text,
		parts: [],
		fixed: true,
		read: () => ({ value: 'Sentry Mode' })
	})
};
