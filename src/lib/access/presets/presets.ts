import type { Selection } from '../selection.ts';

/**
 * Purposes that many apps have, each with the smallest selection that serves it. Why each item is
 * there, and what was left out, stands in docs/presets.md.
 */
export const PRESETS = [
	{
		id: 'smart-charging',
		selection: [
			{ code: 'charge-chargelimits', required: false },
			{ code: 'charge-ischarging', required: false },
			{ code: 'charge-ischargingcableconnected', required: false },
			{ code: 'charge-set-limit', required: false },
			{ code: 'charge-start', required: false },
			{ code: 'charge-stop', required: false },
			{ code: 'charge-timetocomplete', required: false },
			{ code: 'tractionbattery-stateofcharge', required: true }
		]
	},
	{
		id: 'mileage',
		selection: [
			{ code: 'make', required: false },
			{ code: 'model', required: false },
			{ code: 'odometer-traveleddistance', required: true },
			{ code: 'year', required: false }
		]
	},
	{
		id: 'fleet-health',
		selection: [
			{ code: 'diagnostics-brakefluid', required: false },
			{ code: 'diagnostics-dtclist', required: true },
			{ code: 'diagnostics-evhvbattery', required: false },
			{ code: 'diagnostics-mil', required: false },
			{ code: 'diagnostics-oilpressure', required: false },
			{ code: 'internalcombustionengine-oillife', required: false },
			{ code: 'odometer-traveleddistance', required: false },
			{ code: 'service-records', required: false },
			{ code: 'wheel-tires', required: false }
		]
	},
	{
		id: 'theft-recovery',
		selection: [
			{ code: 'closure-doors', required: false },
			{ code: 'closure-islocked', required: false },
			{ code: 'location-preciselocation', required: true },
			{ code: 'security-lock', required: false },
			{ code: 'vehicleidentification-vin', required: false }
		]
	},
	{
		id: 'pay-per-use-insurance',
		selection: [
			{ code: 'odometer-traveleddistance', required: true },
			{ code: 'vehicleidentification-vin', required: true }
		]
	}
] as const satisfies readonly Preset[];

/** A purpose with what it needs. */
interface Preset {
	readonly id: string;
	/** In canonical form. */
	readonly selection: Selection;
}

export type PresetId = (typeof PRESETS)[number]['id'];

export function findPreset(id: string): { id: PresetId; selection: Selection } | null {
	return PRESETS.find((preset) => preset.id === id) ?? null;
}
