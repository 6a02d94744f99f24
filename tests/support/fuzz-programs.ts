/** Addresses of programs, with `$CAR` and `$VEHICLE` for a vehicle by its own id and as an app knows it. */
export const PROGRAM_PATHS: readonly string[] = [
	...['', 'odometer', 'vin', 'charge', 'charge/limit', 'security', 'permissions?limit=1e9'].map(
		(path) => `/v2.0/vehicles/$VEHICLE/${path}`
	),
	...['service/history?start_date=%ff', 'batch', 'webhooks/%00', 'tesla/charge/ammeter'].map(
		(path) => `/v2.0/vehicles/$VEHICLE/${path}`
	),
	...[
		'/v2.0/vehicles/',
		'/v2.0/vehicles/%',
		'/v2.0/vehicles/%C0%AF/vin',
		'/v99.9/user',
		'/vx/user'
	],
	...['/v2.0/compatibility?vin=%00&scope=%ff', '/v2.0/compatibility/matrix?region=US&make=%25'],
	...['/v2.0/management/connections?cursor=-1&limit=1e3', '//v2.0//user//', '/V2.0/user'],
	...[
		'signals',
		'signals/odometer-traveleddistance',
		'signals/%E0%A4%A',
		'commands/charge/start'
	].map((path) => `/v3/vehicles/$VEHICLE/${path}`),
	...['commands/charge/set-limit', 'charge-schedules/daily', 'charge-schedules/%00', ''].map(
		(path) => `/v3/vehicles/$VEHICLE/${path}`
	),
	...[
		'/v3/connections?page[size]=1e9&filter[vehicle.mode]=x',
		'/v3/connections/%ff',
		'/v3/users/x'
	],
	...['/v3/applications', '/v3/vehicles/..%2f..%2fx/signals', '/v3;x/vehicles', '/v3/%2e%2e/v3'],
	...['/sandbox/api/clock', '/sandbox/api/clock?x=%', '/sandbox/api/vehicles?limit=-1&after=%ff'],
	...['/sandbox/api/vehicles/$CAR', '/sandbox/api/vehicles/$CAR/events', '/sandbox/api/%00'],
	...['/openapi/vehicle-v3.json', '/openapi/vehicle-v2.json?%', '/openapi/management.json'],
	...['/openapi/%2e%2e/package.json', '/openapi/x.json', '/api/v2.0/user', '/oauth2/token/%']
];

export const PROGRAM_BODIES: readonly string[] = [
	...['{"action":"LOCK"}', '{"action":{"$gt":""}}', '{"limit":1e999}', '{"limit":"NaN"}'],
	...['{"limit":-0}', '{"requests":[{"path":"/odometer"},{"path":"/../user"},{"path":7}]}'],
	...['{"requests":[]}', `{"requests":${JSON.stringify(Array(200).fill({ path: '/vin' }))}}`],
	...['{"data":{"attributes":{"percent":1e400}}}', '{"data":{"attributes":{"percent":80}}}'],
	...['{"data":{"attributes":{"latitude":"\\u0000","longitude":null}}}', '{"data":[]}'],
	...['{"event":"plug-in","kind":"AC"}', '{"event":"drive","km":1e308}', '{"event":"__proto__"}'],
	...['{"set":{"odometer-traveleddistance":{"value":-1,"unit":"km"}}}', '{"set":{"__proto__":{}}}'],
	...['{"set":{"x":{}}}', '{"advance":"1s"}', '{"advance":"-1s"}', '{"advance":"99999999999d"}'],
	...['{"advance":1e308}', '{"freeze":"yes"}', '{"freeze":false}', '{"reset":1}', '\uFEFF{}'],
	...['{"a":"\\ud800"}', `${'['.repeat(20_000)}`, '{"a":1,"a":2}', '{"clientId":"\u0000"}'],
	...['{"make":"TESLA","vin":"\\u0000"}', '{"make":"TESLA","year":1e9}', '{"routine":[]}'],
	...['{"applications":[],"vehicles":[{"make":"TESLA","username":"\\u0000"}]}', 'grant_type=%00']
];

/** Values of headers that programs send. */
export const PROGRAM_VALUES: Readonly<Record<string, readonly string[]>> = {
	authorization: [
		...['Bearer $TOKEN', 'Bearer $TOKEN', 'Bearer $TOKEN', 'bearer $TOKEN', 'Bearer  $TOKEN'],
		...['Bearer $TOKEN, Basic eDp5', 'Bearer test-data-token', 'Basic ZGVmYXVsdDp4', 'Basic Og==']
	],
	'sc-unit-system': ['metric', 'imperial', 'furlong', '', ',', 'metric, imperial'],
	'sc-user-id': ['x', '%', '00000000-0000-0000-0000-000000000000', ''],
	'x-http-method-override': ['DELETE', 'POST']
};
