import { routedPath } from '#lib/access/program-address.ts';
import type { Endpoint } from './endpoint.ts';
import { later } from './later.ts';
import { isVaried, routeTree } from './route-tree.ts';
import { VEHICLE_PATHS } from './v2/vehicle-paths.ts';

interface Address {
	/** Path in which `[name]` stands for a part that varies. */
	readonly route: string;
	readonly methods: Readonly<Record<string, Endpoint>>;
}

const oauth = later(() => import('./oauth/endpoints.ts'));
const v2 = later(() => import('./v2/endpoints.ts'));
const v3 = later(() => import('./v3/endpoints.ts'));
const management = later(() => import('./management/endpoints.ts'));
const control = later(() => import('./control/endpoints.ts'));

/** All that programs can call. */
const ADDRESSES: readonly Address[] = [
	{ route: '/oauth/token', methods: { POST: oauth('tokenEndpoint') } },
	{ route: '/oauth/revoke', methods: { POST: oauth('revocationEndpoint') } },
	{ route: '/oauth2/token', methods: { POST: oauth('machineTokenEndpoint') } },
	{ route: '/.well-known/oauth-authorization-server', methods: { GET: oauth('metadata') } },
	{ route: '/v2.0/user', methods: { GET: v2('user') } },
	{ route: '/v2.0/vehicles', methods: { GET: v2('vehicles') } },
	{ route: '/v2.0/vehicles/[vehicleId]/permissions', methods: { GET: v2('permissions') } },
	{ route: '/v3/applications', methods: { GET: v3('applications') } },
	{ route: '/v3/applications/[applicationId]', methods: { GET: v3('application') } },
	{ route: '/v3/connections', methods: { GET: v3('connections') } },
	{
		route: '/v3/connections/[connectionId]',
		methods: { GET: v3('connection'), DELETE: v3('endConnection') }
	},
	{ route: '/v3/users/[userId]', methods: { DELETE: v3('endUser') } },
	{
		route: '/v3/subscriptions',
		methods: { GET: v3('subscriptions'), POST: v3('beginSubscription') }
	},
	{
		route: '/v3/subscriptions/[subscriptionId]',
		methods: { GET: v3('subscription'), DELETE: v3('endSubscription') }
	},
	{ route: '/v3/webhooks', methods: { GET: v3('webhooks') } },
	{ route: '/v3/webhooks/[webhookId]', methods: { GET: v3('webhook') } },
	{ route: '/v3/vehicles/[vehicleId]', methods: { GET: v3('vehicle') } },
	{ route: '/v3/vehicles/[vehicleId]/signals', methods: { GET: v3('signals') } },
	{ route: '/v3/vehicles/[vehicleId]/signals/[code]', methods: { GET: v3('signal') } },
	{ route: '/v3/vehicles/[vehicleId]/commands/charge/start', methods: { POST: v3('startCharge') } },
	{ route: '/v3/vehicles/[vehicleId]/commands/charge/stop', methods: { POST: v3('stopCharge') } },
	{
		route: '/v3/vehicles/[vehicleId]/commands/charge/set-limit',
		methods: { POST: v3('setChargeLimit') }
	},
	{
		route: '/v3/vehicles/[vehicleId]/commands/charge-port/open',
		methods: { POST: v3('openChargePort') }
	},
	{
		route: '/v3/vehicles/[vehicleId]/commands/charge-port/close',
		methods: { POST: v3('closeChargePort') }
	},
	{ route: '/v3/vehicles/[vehicleId]/commands/security/lock', methods: { POST: v3('lock') } },
	{ route: '/v3/vehicles/[vehicleId]/commands/security/unlock', methods: { POST: v3('unlock') } },
	{
		route: '/v3/vehicles/[vehicleId]/commands/navigation/set-destination',
		methods: { POST: v3('setDestination') }
	},
	{
		route: '/v3/vehicles/[vehicleId]/charge-schedules/daily',
		methods: { POST: v3('scheduleDaily') }
	},
	{
		route: '/v3/vehicles/[vehicleId]/charge-schedules/weekly',
		methods: { POST: v3('scheduleWeekly') }
	},
	{
		route: '/v3/vehicles/[vehicleId]/charge-schedules/workweek',
		methods: { POST: v3('scheduleWorkweek') }
	},
	{
		route: '/v3/vehicles/[vehicleId]/charge-schedules/[scheduleId]',
		methods: { DELETE: v3('removeSchedule') }
	},
	{ route: '/v2.0/vehicles/[vehicleId]/application', methods: { DELETE: v2('disconnect') } },
	{ route: '/v2.0/vehicles/[vehicleId]/batch', methods: { POST: v2('batch') } },
	{
		route: '/v2.0/vehicles/[vehicleId]/webhooks/[webhookId]',
		methods: { POST: v2('subscribe'), DELETE: v2('unsubscribe') }
	},
	...beneathVehicles(v2('vehicleItem')),
	{
		route: '/v2.0/management/connections',
		methods: { GET: v2('managedConnections'), DELETE: v2('endManagedConnections') }
	},
	{ route: '/v2.0/compatibility', methods: { GET: v2('compatibility') } },
	{ route: '/v2.0/compatibility/matrix', methods: { GET: v2('matrix') } },
	{ route: '/sandbox/api/seed', methods: { POST: control('seed') } },
	{ route: '/sandbox/api/authorize', methods: { POST: control('authorize') } },
	{
		route: '/sandbox/api/clock',
		methods: { GET: control('readingClock'), POST: control('settingClock') }
	},
	{ route: '/sandbox/api/requests', methods: { GET: control('listingRequests') } },
	{
		route: '/sandbox/api/faults',
		methods: {
			GET: control('listingFaults'),
			PUT: control('replacingFaults'),
			DELETE: control('removingFaults')
		}
	},
	{
		route: '/sandbox/api/vehicles',
		methods: { GET: control('listingVehicles'), POST: control('addingVehicle') }
	},
	{
		route: '/sandbox/api/vehicles/[vehicleId]',
		methods: { GET: control('readingVehicle'), DELETE: control('deletingVehicle') }
	},
	{
		route: '/sandbox/api/vehicles/[vehicleId]/events',
		methods: { POST: control('vehicleEvent') }
	},
	{
		route: '/sandbox/api/recording',
		methods: { GET: control('readingRecording'), DELETE: control('beginningRecording') }
	},
	{ route: '/sandbox/api/wipe', methods: { POST: control('wipe') } },
	{ route: '/sandbox/api/deliveries', methods: { GET: control('listingDeliveries') } },
	{
		route: '/sandbox/api/webhooks',
		methods: { GET: control('listingWebhooks'), POST: control('addingWebhook') }
	},
	{
		route: '/sandbox/api/webhooks/[webhookId]',
		methods: { POST: control('switchingWebhook'), DELETE: control('deletingWebhook') }
	},
	{
		route: '/sandbox/api/webhooks/[webhookId]/subscriptions',
		methods: { POST: control('subscribingVehicle') }
	},
	{
		route: '/sandbox/api/webhooks/[webhookId]/subscriptions/[vehicleId]',
		methods: { DELETE: control('unsubscribingVehicle') }
	},
	{
		route: '/sandbox/api/webhooks/[webhookId]/test',
		methods: { POST: control('testingWebhook') }
	},
	{ route: '/openapi/control.json', methods: { GET: control('openapi') } },
	{ route: '/openapi/vehicle-v2.json', methods: { GET: v2('openapi') } },
	{ route: '/openapi/vehicle-v3.json', methods: { GET: v3('openapi') } },
	{ route: '/openapi/management.json', methods: { GET: management('openapi') } }
];

/** Each route with the methods that it answers. */
export const ROUTES = ADDRESSES.map(({ route, methods }) => ({
	route,
	methods: Object.keys(methods)
}));

/** One endpoint answers them all: what it does follows from the catalog. */
function beneathVehicles(item: Endpoint): readonly Address[] {
	return Object.entries(VEHICLE_PATHS).map(([path, methods]) => ({
		route: ['/v2.0/vehicles/[vehicleId]', path].filter(Boolean).join('/'),
		methods: Object.fromEntries(methods.map((method) => [method, item]))
	}));
}

interface FoundAddress extends Address {
	readonly params: Readonly<Record<string, string>>;
}

/** Found as they are asked for nearly always. */
const LITERAL = new Map<string, FoundAddress>(
	ADDRESSES.filter(({ route }) => !route.includes('[')).map((address) => [
		address.route,
		{ ...address, params: {} }
	])
);

const findRoute = routeTree(
	ADDRESSES.map((address) => {
		const parts = address.route.split('/');
		const names = [...parts.entries()].flatMap(([index, part]) =>
			isVaried(part) ? [{ index, name: part.slice(1, -1) }] : []
		);
		return [parts, { address, names }] as const;
	})
);

/** What answers at a path, however it is spelled; null where nothing does. */
export function findAddress(pathname: string): FoundAddress | null {
	const literal = LITERAL.get(pathname);
	if (literal) return literal;
	const given = decoded(routedPath(pathname)).replace(/\/$/, '').split('/');
	const found = findRoute(given);
	if (!found) return null;
	const { methods, route } = found.address;
	const params: Record<string, string> = {};
	for (const { index, name } of found.names) params[name] = decodeURIComponent(given[index] ?? '');
	return { methods, route, params };
}

/** An escaped percent sign stays: what follows it is no escape. */
function decoded(path: string): string {
	return path.includes('%') ? path.split('%25').map(decodeURI).join('%25') : path;
}

/** What is answered by a method: by `HEAD` whatever is by `GET`. */
export function endpointFor({ methods }: Address, method: string): Endpoint | null {
	const name = method === 'HEAD' ? 'GET' : method;
	return Object.hasOwn(methods, name) ? (methods[name] ?? null) : null;
}

/** The methods that are answered, as the header `Allow` lists them. */
export function allowed({ methods }: Address): string {
	const names = Object.keys(methods);
	return [...names, ...(names.includes('GET') ? ['HEAD'] : [])].join(', ');
}
