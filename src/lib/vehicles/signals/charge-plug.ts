import type { Instant } from '../instant/instant.ts';
import { Flag, Text } from './shapes.ts';
import { signal } from './signal.ts';

/** The cable, the port and what it is plugged into. */
export const CHARGE_PLUG_SIGNALS = {
	'charge-ischargingcableconnected': signal({
		schema: Flag,
		parts: ['plug'],
		read: ({ state }) => ({ value: state.plug.in !== null })
	}),
	'charge-ischargingcablelatched': signal({
		schema: Flag,
		parts: ['plug'],
		read: ({ state }) => ({ value: state.plug.in !== null })
	}),
	'charge-ischargingportflapopen': signal({
		schema: Flag,
		parts: ['open'],
		read: ({ state }) => ({ value: state.open.includes('charge-port') })
	}),
	'charge-isfastchargerpresent': signal({
		schema: Flag,
		parts: ['plug'],
		read: ({ state }) => ({ value: state.plug.in === 'DC' })
	}),
	'charge-fastchargertype': signal({
		schema: Text,
		parts: ['plug'],
		read: ({ state, profile }) => ({
			value: (state.plug.in === 'DC' && profile.battery?.fast?.connector) || 'NONE'
		})
	}),
	'charge-chargingconnectortype': signal({
		schema: Text,
		parts: ['plug'],
		read: (instant) => ({ value: connectorOf(instant) })
	}),
	'charge-chargeportstatuscolor': signal({
		schema: Text,
		parts: ['plug', 'charging'],
		read: ({ state }) => ({ value: colorOf(state) })
	})
};

function connectorOf({ state, profile: { battery, habits } }: Instant): string {
	if (state.plug.in === null && habits?.invalidConnector) return 'invalid';
	const fast = state.plug.in === 'DC' ? battery?.fast?.connector : undefined;
	return fast ?? battery?.connector ?? 'invalid';
}

function colorOf({ plug, charging }: Instant['state']): string {
	if (charging.session) return 'green';
	return plug.in ? 'blue' : 'white';
}
