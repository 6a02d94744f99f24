import { z } from 'zod';
import { reading, type V2Reading } from '../reading.ts';
import { textOr } from '../told.ts';
import { measured } from './energy.ts';

const Switch = z.enum(['ON', 'OFF']).nullable();
const Text = z.string().nullable();
const Flag = z.boolean().nullable();
const Degrees = z.number().nullable();

const switchOf = (on: boolean | null) => (on === null ? null : on ? 'ON' : 'OFF');

/** What the paths with a brand in them tell beside charging: of Teslas, most of it. */
export const BRAND_READINGS: Readonly<Record<string, V2Reading>> = {
	'v2-climate-cabin': reading({
		schema: z.strictObject({ status: Switch, temperature: Degrees }),
		needs: ['hvac-iscabinhvacactive'],
		also: ['hvac-cabintargettemperature'],
		measured: true,
		body: (told, { units }) => ({
			status: switchOf(told.flag('hvac-iscabinhvacactive')),
			temperature: measured(told.number('hvac-cabintargettemperature'), units.temperature)
		})
	}),
	'v2-climate-defroster': reading({
		schema: z.strictObject({ frontStatus: Switch, rearStatus: Switch }),
		needs: ['hvac-isfrontdefrosteractive', 'hvac-isreardefrosteractive'],
		body: (told) => ({
			frontStatus: switchOf(told.flag('hvac-isfrontdefrosteractive')),
			rearStatus: switchOf(told.flag('hvac-isreardefrosteractive'))
		})
	}),
	'v2-climate-steering-wheel': reading({
		schema: z.strictObject({ status: Switch }),
		needs: ['hvac-issteeringheateractive'],
		body: (told) => ({ status: switchOf(told.flag('hvac-issteeringheateractive')) })
	}),
	'v2-thermometer-exterior': reading({
		schema: z.strictObject({ temperature: Degrees }),
		needs: ['climate-externaltemperature'],
		measured: true,
		body: (told, { units }) => ({
			temperature: measured(told.number('climate-externaltemperature'), units.temperature)
		})
	}),
	'v2-thermometer-interior': reading({
		schema: z.strictObject({ temperature: Degrees }),
		needs: ['climate-internaltemperature'],
		measured: true,
		body: (told, { units }) => ({
			temperature: measured(told.number('climate-internaltemperature'), units.temperature)
		})
	}),
	'v2-compass': reading({
		schema: z.strictObject({ direction: Text, heading: z.number().min(0).max(360).nullable() }),
		needs: ['location-preciselocation'],
		body: (told) => ({
			direction: told.text('location-preciselocation', 'direction'),
			heading: told.number('location-preciselocation', 'heading')
		})
	}),
	'v2-speedometer': reading({
		schema: z.strictObject({ speed: z.number().min(0).nullable() }),
		needs: ['motion-currentspeed'],
		measured: true,
		body: (told, { units }) => ({
			speed: measured(told.number('motion-currentspeed'), units.distance)
		})
	}),
	'v2-alerts': reading({
		schema: z.strictObject({
			alerts: z.array(
				z.strictObject({
					name: Text,
					dateTime: z.iso.datetime().nullable(),
					audience: z.array(z.string()),
					userText: Text
				})
			)
		}),
		needs: [],
		also: ['diagnostics-dtclist'],
		body: (told) => ({
			alerts: told.records('diagnostics-dtclist').map(({ code, timestamp }) => ({
				name: textOr(null, code),
				dateTime: textOr(null, timestamp),
				audience: ['service-fix', 'customer'],
				userText: null
			}))
		})
	}),
	'v2-vehicle-attributes': reading({
		schema: z.strictObject({
			id: z.uuid(),
			make: z.string(),
			model: z.string(),
			year: z.int(),
			firmwareVersion: Text,
			trimBadging: Text,
			nickname: Text,
			atHome: Flag,
			sentryMode: z.strictObject({ available: Flag, enabled: Flag }),
			style: z.strictObject({ exteriorColor: Text }),
			wheel: z.strictObject({ style: Text })
		}),
		needs: ['vehicleidentification-trim'],
		also: [
			'connectivitysoftware-currentfirmwareversion',
			'vehicleidentification-nickname',
			'location-isathome',
			'surveillance-isenabled',
			'vehicleidentification-exteriorcolor',
			'wheel-style'
		],
		body: (told, { id, make, model, year }) => ({
			id,
			make,
			model,
			year,
			firmwareVersion: told.text('connectivitysoftware-currentfirmwareversion'),
			trimBadging: told.text('vehicleidentification-trim'),
			nickname: told.text('vehicleidentification-nickname'),
			atHome: told.flag('location-isathome'),
			sentryMode: {
				available: told.has('surveillance-isenabled'),
				enabled: told.flag('surveillance-isenabled')
			},
			style: { exteriorColor: told.text('vehicleidentification-exteriorcolor') },
			wheel: { style: told.text('wheel-style') }
		})
	}),
	'v2-vehicle-status': reading({
		schema: z.strictObject({
			status: z.enum(['ASLEEP', 'AWAKE', 'OFFLINE']),
			inService: Flag,
			gear: Text
		}),
		needs: ['connectivitystatus-isasleep'],
		also: ['connectivitystatus-isonline', 'service-isinservice', 'transmission-gearstate'],
		body: (told) => {
			const awake = told.flag('connectivitystatus-isasleep') ? 'ASLEEP' : 'AWAKE';
			return {
				status: told.flag('connectivitystatus-isonline') === false ? 'OFFLINE' : awake,
				inService: told.flag('service-isinservice'),
				gear: told.text('transmission-gearstate')
			};
		}
	}),
	'v2-user-info': reading({
		schema: z.strictObject({ email: Text }),
		needs: [],
		body: (_told, { username }) => ({ email: username })
	}),
	'v2-user-access': reading({
		schema: z.strictObject({
			accessType: z.enum(['OWNER', 'DRIVER']).nullable(),
			permissions: z.array(z.string())
		}),
		needs: [],
		also: ['vehicleuseraccount-role', 'vehicleuseraccount-permissions'],
		body: (told) => ({
			accessType: accessOf(told.text('vehicleuseraccount-role')),
			permissions: [...told.texts('vehicleuseraccount-permissions')]
		})
	})
};

function accessOf(role: string | null): 'OWNER' | 'DRIVER' | null {
	if (role === null) return null;
	return role.toUpperCase() === 'DRIVER' ? 'DRIVER' : 'OWNER';
}
