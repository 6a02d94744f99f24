import { readSource } from '#lib/access/calls/read-source.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { describe, expect, it } from 'vitest';

const read = (name: string, text: string) => readSource([{ name, text }], officialCatalog);
const found = (name: string, text: string) =>
	read(name, text).uses.map(({ code, line }) => `${line} ${code}`);

const NODE = `const smartcar = require('smartcar');
// vehicle.fuel() is not asked any more
const vehicle = new smartcar.Vehicle(id, token);
const { distance } = await vehicle.odometer();
/* await vehicle.vin();
   '/vehicles/x/location' */
console.log(\`At \${(await vehicle.battery()).percentRemaining}\`);
await vehicle.batch(['/charge', '/tires/pressure']);
await vehicle.getSignal('closure-islocked');
await vehicle.request('POST', 'security', { action: 'LOCK' });
await vehicle
	.startCharge();
mutex.lock();
`;

const PYTHON = `import smartcar, requests

def read(token, vehicle_id):
    """Reads vehicle.fuel() and "/vehicles/1/location" no more."""
    vehicle = smartcar.Vehicle(vehicle_id, token)
    # vehicle.vin()
    print(f"{vehicle.odometer().distance} km")
    vehicle.set_charge_limit(0.8)
    vehicle.batch(["/battery", "/engine/oil"])
    requests.get(f"{BASE}/vehicles/{vehicle_id}/signals/tractionbattery-range")
    requests.post(f"https://api.smartcar.com/v2.0/vehicles/{vehicle_id}/charge",
                  json={"action": "STOP"})
    requests.post(BASE + "/vehicles/" + vehicle_id + "/commands/security/unlock")
`;

const JAVA = `import com.smartcar.sdk.Vehicle;
class Read {
  // tesla.vin();
  void read(Vehicle tesla) throws Exception {
    tesla.location();
    tesla.getChargeLimit();
    lock.lock();
    SmartcarVehicleRequest request = new SmartcarVehicleRequest.Builder()
        .method("POST").path("/navigation/destination").build();
    HttpRequest.newBuilder(URI.create("https://vehicle.api.smartcar.com/v3/vehicles/" + id + "/commands/charge/start"))
        .POST(BodyPublishers.noBody()).build();
  }
}
`;

const RUBY = `require 'smartcar'
=begin
vehicle.fuel
=end
vehicle = Smartcar::Vehicle.new(token: token, id: id)
puts vehicle.odometer.distance # vehicle.vin
vehicle.lock!
vehicle.batch(['/battery', '/charge'])
vehicle.send_destination!(1, 2)
Net::HTTP.get(URI("#{base}/v3/vehicles/#{id}/signals/odometer-traveleddistance"))
`;

const GO = `package main

import smartcar "github.com/smartcar/go-sdk"

func read(ctx context.Context, tesla *smartcar.Vehicle) {
	// tesla.GetVIN(ctx)
	tesla.GetOdometer(ctx)
	tesla.GetTiresPressure(ctx)
	tesla.Batch(ctx, smartcar.BatteryPath, smartcar.ChargePath)
	mu.Lock()
	http.NewRequest(http.MethodPost, fmt.Sprintf("%s/vehicles/%s/security", base, id), strings.NewReader(\`{"action":"UNLOCK"}\`))
}
`;

const SHELL = `#!/bin/sh
# curl https://api.smartcar.com/v2.0/vehicles/$ID/vin
curl -H "Authorization: Bearer $TOKEN" "https://api.smartcar.com/v2.0/vehicles/$ID/odometer"
curl -X POST "$BASE/v3/vehicles/$ID/commands/charge/stop"
curl "$BASE/v2.0/vehicles/$ID/security" -d '{"action":"LOCK"}'
`;

describe('what a program asks of vehicles', () => {
	it.each([
		[
			'app.js',
			NODE,
			[
				...['4 v2-odometer', '7 v2-battery', '8 v2-charge', '8 v2-tires-pressure'],
				...['9 closure-islocked', '10 security-lock-v2', '12 charge-start-v2']
			]
		],
		[
			'app.py',
			PYTHON,
			[
				...['7 v2-odometer', '8 charge-limit-v2', '9 v2-battery', '9 v2-engine-oil'],
				...['10 tractionbattery-range', '11 charge-stop-v2', '13 security-unlock']
			]
		],
		[
			'Read.java',
			JAVA,
			['5 v2-location', '6 v2-charge-limit', '9 navigation-destination-v2', '10 charge-start']
		],
		[
			'read.rb',
			RUBY,
			[
				...['6 v2-odometer', '7 security-lock-v2', '8 v2-battery', '8 v2-charge'],
				...['9 navigation-destination-v2', '10 odometer-traveleddistance']
			]
		],
		[
			'read.go',
			GO,
			[
				...['7 v2-odometer', '8 v2-tires-pressure', '9 v2-battery', '9 v2-charge'],
				'11 security-unlock-v2'
			]
		],
		['read.sh', SHELL, ['3 v2-odometer', '4 charge-stop', '5 security-lock-v2']]
	])('is read from %s', (name, text, expected) => {
		expect(found(name, text)).toEqual(expected);
		expect(read(name, text).unclear).toEqual([]);
	});

	it.each([
		[NODE, 7],
		[PYTHON, 7],
		[JAVA, 4],
		[RUBY, 6],
		[GO, 5],
		[SHELL, 3]
	])('is read the same of what was pasted without a name (%#)', (text, count) => {
		expect(found('', text)).toHaveLength(count);
	});

	it.each([
		['a path of v2', 'fetch(`${api}/v2.0/vehicles/${id}/fuel`)', ['v2-fuel']],
		[
			'of a brand',
			'fetch(`${api}/v2.0/vehicles/${id}/tesla/charge/ammeter`)',
			['v2-charge-ammeter']
		],
		['any brand', 'fetch(`${api}/v2.0/vehicles/${id}/${make}/compass`)', ['v2-compass']],
		['a vehicle of v2', 'fetch(`${api}/v2.0/vehicles/${id}`)', ['v2-vehicle']],
		['a vehicle of v3', 'fetch(`${api}/v3/vehicles/${id}/`)', ['make']],
		['a command of v3', "post('/v3/vehicles/1/commands/charge/set-limit')", ['charge-set-limit']],
		[
			'a schedule',
			'http.delete(`${v3}/v3/vehicles/${id}/charge-schedules/${s}`)',
			['charge-schedule-delete']
		],
		[
			'by its method behind',
			'fetch(`${v}/vehicles/${id}/charge`, { method: \'POST\', body: \'{"action":"START"}\' })',
			['charge-start-v2']
		],
		[
			'whichever it sends',
			'axios.post(`${v}/vehicles/${id}/security`, { action })',
			['security-lock-v2', 'security-unlock-v2']
		],
		['behind an address', '// smartcar\nget(`${vehicleUrl}/odometer`)', ['v2-odometer']],
		[
			'a webhook',
			'{ "triggers": ["charge-ischarging"], "signals": ["odometer-traveleddistance"] }',
			['charge-ischarging', 'odometer-traveleddistance']
		],
		[
			'found in an answer',
			"signals.find(({ code }) => code === 'charge-voltage')",
			['charge-voltage']
		],
		['of the SDK for v3', 'smartcar.getVehicle(token, id)', ['make']],
		[
			'nothing it must be granted',
			"get('/v2.0/vehicles/1/permissions'); get('/v2.0/vehicles')",
			[]
		],
		['nothing by a subscription', "post('/v2.0/vehicles/1/webhooks/2')", []],
		[
			'not what it answers itself',
			"import 'smartcar';\napp.get('/vehicles/:id/location', go); router.post('/vehicles/:id/charge')",
			[]
		],
		['not its own server', "fetch('/api/vehicles/1/location')", []],
		['not somebody else’s API', "fetch('https://api.example.com/cars/vehicles/1/location')", []],
		[
			'not a lock of something else',
			"import 'smartcar';\nmutex.lock(); window.location(); stripe.charge();",
			[]
		],
		[
			'not a page of its own',
			"vehicle.batch(['/vin']); get('/location', answer); router.push('/charge')",
			['v2-vin']
		],
		['a code in capitals', "f('ODOMETER-TraveledDistance')", ['odometer-traveleddistance']],
		['not a constant of another path', 'smartcar.HomePath', []],
		['not a subtraction', 'x = charge-ischarging', []],
		[
			'not a pattern',
			"text.match(/\\/\\/ '/); fetch('/v3/vehicles/1/signals/charge-voltage')",
			['charge-voltage']
		],
		['not what is no call', 'const o = vehicle.odometer;', []]
	])('is %s', (_, text, expected) => {
		expect(
			readSource([{ name: 'x.ts', text }], officialCatalog).uses.map(({ code }) => code)
		).toEqual(expected);
	});

	it.each([
		['await vehicle.getSignals()', '.getSignals()', { kind: 'all-signals' }],
		['get(`${v3}/v3/vehicles/${id}/signals`)', '…/v3/vehicles/…/signals', { kind: 'all-signals' }],
		['vehicle.getSignal(code)', '.getSignal()', { kind: 'open' }],
		[
			'get(`${v3}/v3/vehicles/${id}/signals/${code}`)',
			'…/v3/vehicles/…/signals/…',
			{ kind: 'open' }
		],
		[
			"vehicle.getSignal('odometer-travelleddistance')",
			'.getSignal("odometer-travelleddistance")',
			{ kind: 'no-such-signal', nearest: 'odometer-traveleddistance' }
		]
	])('says of %s that it cannot tell', (text, from, why) => {
		expect(read('x.ts', text)).toMatchObject({ uses: [], unclear: [{ from, why, line: 1 }] });
	});

	it('is no field of a model that is called a vehicle', () => {
		const text = 'puts vehicle.odometer\nvehicle.lock!\n';
		expect(found('car.rb', text)).toEqual(['2 security-lock-v2']);
		expect(found('car.rb', `require 'smartcar'\n${text}`)).toEqual([
			'2 v2-odometer',
			'3 security-lock-v2'
		]);
	});

	it('names the file and the line of each place, of several files in their order', () => {
		const files = [
			{ name: 'a/b.py', text: '\r\nvehicle.vin()\r\n' },
			{ name: 'c.ts', text: 'f(`\n\n${x}/v2.0/vehicles/${id}/vin`)' }
		];
		expect(readSource(files, officialCatalog).uses).toEqual([
			{ code: 'v2-vin', from: '.vin()', file: 'a/b.py', line: 2 },
			{ code: 'v2-vin', from: '…/v2.0/vehicles/…/vin', file: 'c.ts', line: 3 }
		]);
	});
});

it.each([
	['a.js', "axios({ method: 'post', url: `${BASE}/v2.0/vehicles/${id}/charge/limit` })"],
	['a.py', 'requests.request(method="POST", url=f"{BASE}/v2.0/vehicles/{id}/charge/limit")'],
	['a.sh', 'curl -s -X POST \\\n  "$BASE/v2.0/vehicles/$ID/charge/limit" \\\n  -d "$LIMIT"'],
	['a.sh', 'curl "$BASE/v2.0/vehicles/$ID/charge/limit" \\\n  -H "$AUTH" \\\n  -X POST'],
	['a.md', 'curl "$BASE/v2.0/vehicles/$ID/charge/limit" \\\n  --request POST']
])('finds in %s the method that stands apart from its address: %s', (name, text) => {
	expect(read(name, text).uses.map(({ code }) => code)).toEqual(['charge-limit-v2']);
});

it('leaves the method of another call to that', () => {
	const text = `axios({ method: 'post', url: '/login' });
axios({ url: \`\${BASE}/v2.0/vehicles/\${id}/vin\` });`;
	expect(found('a.js', text)).toEqual(['2 v2-vin']);
});

it('reads lists of words of Ruby', () => {
	const text = `require 'smartcar'
answers = vehicle.batch(%w[/odometer
  /vin])
rest = 17 %w
vehicle.fuel`;
	expect(found('a.rb', text)).toEqual(['2 v2-odometer', '3 v2-vin', '5 v2-fuel']);
});
