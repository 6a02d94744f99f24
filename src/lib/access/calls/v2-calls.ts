/** What a call of API v2 reads or does, by items of today where there are any. */
interface Call {
	/** Code of the item that stands for the call itself. */
	readonly endpoint: string;
	/**
	 * Methods of the platform's SDKs that make it, as `methodForm` writes them. A test holds them
	 * against the package for Node; those for Python, Java and Ruby are named alike, that for Go has
	 * `get` in front (`vehicle.py`, `Vehicle.java`, `vehicle.rb`, `vehicle.go` of github.com/smartcar).
	 */
	readonly methods: readonly string[];
	/** Codes of the items that give the same; together they need exactly what the call needs. */
	readonly items: readonly string[];
}

const OPENINGS = [
	'closure-doors',
	'closure-enginecover',
	'closure-fronttrunk',
	'closure-islocked',
	'closure-reartrunk',
	'closure-sunroof',
	'closure-windows'
];

export const CALLS: readonly Call[] = [
	{
		endpoint: 'v2-battery',
		methods: ['battery', 'getbattery'],
		items: ['tractionbattery-stateofcharge', 'tractionbattery-range']
	},
	{
		endpoint: 'v2-battery-capacity',
		methods: ['batterycapacity'],
		items: ['tractionbattery-nominalcapacity']
	},
	{
		endpoint: 'v2-battery-nominal-capacity',
		methods: ['nominalcapacity'],
		items: ['tractionbattery-nominalcapacity']
	},
	{
		endpoint: 'v2-charge',
		methods: ['charge', 'getcharge'],
		items: ['charge-detailedchargingstatus', 'charge-ischargingcableconnected']
	},
	{
		endpoint: 'v2-charge-limit',
		methods: ['getchargelimit'],
		items: ['charge-chargelimits']
	},
	{ endpoint: 'v2-charge-ammeter', methods: [], items: ['charge-amperage'] },
	{ endpoint: 'v2-charge-voltmeter', methods: [], items: ['charge-voltage'] },
	{ endpoint: 'v2-charge-wattmeter', methods: [], items: ['charge-wattage'] },
	{ endpoint: 'v2-charge-completion', methods: [], items: ['charge-timetocomplete'] },
	{ endpoint: 'v2-charge-schedule', methods: [], items: ['charge-chargetimers'] },
	{ endpoint: 'v2-charge-records', methods: [], items: ['charge-chargerecords'] },
	{
		endpoint: 'v2-diagnostics-dtcs',
		methods: ['diagnostictroublecodes'],
		items: ['diagnostics-dtclist']
	},
	{
		endpoint: 'v2-diagnostics-system-status',
		methods: ['diagnosticsystemstatus'],
		items: ['v2-diagnostics-system-status']
	},
	{
		endpoint: 'v2-engine-oil',
		methods: ['engineoil', 'oil', 'getoil'],
		items: ['internalcombustionengine-oillife']
	},
	{
		endpoint: 'v2-fuel',
		methods: ['fuel', 'getfuel'],
		items: [
			'internalcombustionengine-amountremaining',
			'internalcombustionengine-fuellevel',
			'internalcombustionengine-range'
		]
	},
	{
		endpoint: 'v2-location',
		methods: ['location', 'getlocation'],
		items: ['location-preciselocation']
	},
	{
		endpoint: 'v2-odometer',
		methods: ['odometer', 'getodometer'],
		items: ['odometer-traveleddistance']
	},
	{ endpoint: 'v2-security', methods: ['lockstatus'], items: OPENINGS },
	{
		endpoint: 'v2-service-history',
		methods: ['servicehistory'],
		items: ['service-records']
	},
	{ endpoint: 'v2-speedometer', methods: [], items: ['motion-currentspeed'] },
	{
		endpoint: 'v2-thermometer-exterior',
		methods: [],
		items: ['climate-externaltemperature']
	},
	{
		endpoint: 'v2-thermometer-interior',
		methods: [],
		items: ['climate-internaltemperature']
	},
	{
		endpoint: 'v2-tires-pressure',
		methods: ['tirepressure', 'gettirespressure'],
		items: ['wheel-tires']
	},
	{
		endpoint: 'v2-vehicle',
		methods: ['attributes', 'info', 'getinfo'],
		items: ['make', 'model', 'year']
	},
	{ endpoint: 'v2-vin', methods: ['vin', 'getvin'], items: ['vehicleidentification-vin'] },
	{ endpoint: 'charge-start-v2', methods: ['startcharge'], items: ['charge-start'] },
	{ endpoint: 'charge-stop-v2', methods: ['stopcharge'], items: ['charge-stop'] },
	{ endpoint: 'charge-limit-v2', methods: ['setchargelimit'], items: ['charge-set-limit'] },
	{ endpoint: 'security-lock-v2', methods: ['lock'], items: ['security-lock'] },
	{ endpoint: 'security-unlock-v2', methods: ['unlock'], items: ['security-unlock'] },
	{
		endpoint: 'navigation-destination-v2',
		methods: ['senddestination'],
		items: ['navigation-set-destination']
	},
	{
		endpoint: 'charge-port-door-v2',
		methods: [],
		items: ['charge-port-close', 'charge-port-open']
	}
];

/** A method's name in whichever language: `startCharge`, `start_charge!` and `StartCharge` are one. */
export function methodForm(name: string): string {
	return name.replaceAll(/[_!]/g, '').toLowerCase();
}
