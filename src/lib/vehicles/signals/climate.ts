import { insideAt, outsideAt } from '../instant/slow.ts';
import { Celsius, Flag, rounded } from './shapes.ts';
import { signal } from './signal.ts';

/** Warmth outside and inside, and what makes it. */
export const CLIMATE_SIGNALS = {
	'climate-externaltemperature': signal({
		schema: Celsius,
		parts: ['place', 'power'],
		moves: 'slow',
		read: (instant) => ({ value: halves(outsideAt(instant)), unit: 'celsius' })
	}),
	'climate-internaltemperature': signal({
		schema: Celsius,
		parts: ['cabin', 'power'],
		moves: 'slow',
		read: (instant) => ({ value: halves(insideAt(instant)), unit: 'celsius' })
	}),
	'hvac-cabintargettemperature': signal({
		schema: Celsius,
		parts: ['climate'],
		read: ({ state }) => ({ value: state.climate.target, unit: 'celsius' })
	}),
	'hvac-iscabinhvacactive': signal({
		schema: Flag,
		parts: ['climate'],
		read: ({ state }) => ({ value: state.climate.cabin })
	}),
	'hvac-isfrontdefrosteractive': signal({
		schema: Flag,
		parts: ['climate'],
		read: ({ state }) => ({ value: state.climate.frontDefroster })
	}),
	'hvac-isreardefrosteractive': signal({
		schema: Flag,
		parts: ['climate'],
		read: ({ state }) => ({ value: state.climate.rearDefroster })
	}),
	'hvac-issteeringheateractive': signal({
		schema: Flag,
		parts: ['climate'],
		read: ({ state }) => ({ value: state.climate.steeringHeater })
	})
};

function halves(celsius: number): number {
	return rounded(celsius * 2) / 2;
}
