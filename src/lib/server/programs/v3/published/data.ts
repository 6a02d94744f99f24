/** The token and the vehicle that the platform's documents let everybody try. */
export const PUBLISHED_TOKEN = 'test-data-token';

const ID = 'tst2e255-d3c8-4f90-9fec-e6e68b98e9cb';
const SELF = `/vehicles/${ID}`;

export const PUBLISHED_VEHICLE = {
	id: ID,
	type: 'vehicle',
	attributes: { make: 'TESLA', model: 'Model Y', year: '2021' },
	links: { self: SELF }
} as const;

/** Its readings do not age: those who compare with them know their numbers. */
const meta = { retrievedAt: 1_760_000_000_000, oemUpdatedAt: 1_759_999_900_000 };

function signal(group: string, name: string, body: object) {
	const code = `${group}-${name}`.toLowerCase();
	return {
		id: code,
		type: 'signal',
		attributes: { code, name, group, status: { value: 'SUCCESS' }, body },
		meta,
		links: { self: `${SELF}/signals/${code}` }
	};
}

const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];

/** In the order in which they are listed. */
export const PUBLISHED_SIGNALS = [
	signal('Charge', 'ChargeTimers', {
		values: [
			{
				type: 'LOCATION',
				condition: {
					name: 'Charging place',
					address: '1 Example Street',
					latitude: 37.78,
					longitude: -122.42
				},
				schedules: [{ start: '23:00:00', end: '05:30:00', days: WORKDAYS }],
				departureTimers: [],
				isOEMOptimizationEnabled: true
			}
		]
	}),
	signal('Odometer', 'TraveledDistance', { unit: 'kilometers', value: 48_211.6 })
];
