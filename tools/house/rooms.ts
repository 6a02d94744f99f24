import { GROUND } from './ground.ts';
import { OUTSIDE } from './outside.ts';
import { ANY, NO_DATABASE, NO_FRAMEWORK, type Room } from './room.ts';

/**
 * The house, from the ground up. The linter refuses an import that this table does not allow, and
 * `npm run map` draws the picture in ARCHITECTURE.md by it. What stands in no room (tests, bench,
 * soak, settings of tools) imports what it likes, and no room imports it.
 */
export const ROOMS: readonly Room[] = [
	...GROUND,
	{
		name: 'server',
		holds: 'context, settings, log',
		places: ['src/lib/server'],
		may: ['access', 'decisions', 'owning'],
		packages: NO_FRAMEWORK
	},
	{
		name: 'db',
		holds: 'schema, migrations, transactions',
		places: ['src/lib/server/db'],
		may: ['access', 'decisions', 'vehicles', 'server'],
		packages: NO_FRAMEWORK
	},
	{
		name: 'http',
		holds: 'what the doors share: what is read of a request and put on an answer',
		places: ['src/lib/server/http'],
		may: ['access', 'server'],
		packages: NO_DATABASE
	},
	{
		name: 'mail',
		holds: 'what is written to owners, and how it leaves',
		places: ['src/lib/server/mail'],
		may: ['server', 'db'],
		packages: NO_FRAMEWORK
	},
	{
		name: 'configurations',
		holds: 'drafts, versions',
		places: ['src/lib/server/configurations'],
		may: ['access', 'server', 'db'],
		packages: NO_FRAMEWORK
	},
	{
		name: 'applications',
		holds: 'applications, redirect URIs, secrets, machine clients',
		places: ['src/lib/server/applications'],
		may: ['access', 'decisions', 'server', 'db', 'configurations'],
		packages: NO_FRAMEWORK
	},
	{
		name: 'connect',
		holds: 'the authorization server',
		places: ['src/lib/server/connect'],
		may: [
			'access',
			'decisions',
			'vehicles',
			'server',
			'db',
			'http',
			'configurations',
			'applications'
		],
		packages: NO_FRAMEWORK
	},
	{
		name: 'pruning',
		holds: 'what goes by age, a step at a time',
		places: ['src/lib/server/pruning'],
		may: ['decisions', 'owning', 'server', 'db'],
		packages: NO_FRAMEWORK
	},
	{
		name: 'owners',
		holds: 'persons, their sign-ins, what they take back',
		places: ['src/lib/server/owners'],
		may: ['access', 'decisions', 'owning', 'server', 'db', 'mail', 'applications', 'connect'],
		packages: NO_FRAMEWORK
	},
	{
		name: 'faults',
		holds: 'rules by which calls and deliveries go wrong, counted',
		places: ['src/lib/server/faults'],
		may: ['access', 'mishaps', 'server', 'db', 'applications'],
		packages: NO_FRAMEWORK
	},
	{
		name: 'webhooks',
		holds: 'outbox, worker, deliveries',
		places: ['src/lib/server/webhooks'],
		may: [
			'access',
			'decisions',
			'vehicles',
			'telling',
			'server',
			'db',
			'applications',
			'connect',
			'mishaps',
			'faults'
		],
		packages: NO_FRAMEWORK
	},
	{
		name: 'fleet',
		holds: 'vehicles as they are kept, and their life by the clock',
		places: ['src/lib/server/fleet'],
		may: ['access', 'decisions', 'vehicles', 'server', 'db', 'connect', 'telling', 'webhooks'],
		packages: NO_FRAMEWORK
	},
	{
		name: 'recorder',
		holds: 'requests and answers, what they used',
		places: ['src/lib/server/recorder'],
		may: ['access', 'vehicles', 'server', 'db', 'configurations', 'http', 'fleet'],
		packages: NO_FRAMEWORK
	},
	{
		name: 'programs',
		holds: 'the door for programs: one pipeline, dialects, endpoints',
		places: ['src/lib/server/programs'],
		may: [
			'access',
			'decisions',
			'vehicles',
			'telling',
			'mishaps',
			'server',
			'db',
			'http',
			'applications',
			'connect',
			'webhooks',
			'faults',
			'fleet',
			'recorder'
		],
		packages: ANY
	},
	{
		name: 'door',
		holds: 'bounds, log, files',
		places: ['src/lib/server/door'],
		may: ['access', 'server', 'http', 'programs'],
		packages: ANY
	},
	{
		name: 'routes',
		holds: 'the door for people: parse, call, render',
		places: ['src/routes'],
		may: [
			'access',
			'decisions',
			'owning',
			'vehicles',
			'telling',
			'mishaps',
			'state',
			'components',
			'styles',
			'server',
			'http',
			'configurations',
			'applications',
			'mail',
			'connect',
			'webhooks',
			'faults',
			'fleet',
			'recorder',
			'programs'
		],
		packages: NO_DATABASE
	},
	{
		name: 'portal',
		holds: 'the door for owners',
		places: ['src/routes/my'],
		may: [
			'access',
			'decisions',
			'owning',
			'state',
			'components',
			'styles',
			'server',
			'http',
			'connect',
			'owners'
		],
		packages: NO_DATABASE
	},
	{
		name: 'hooks',
		holds: 'start, guards, headers, errors',
		places: ['src/hooks.ts', 'src/hooks.server.ts', 'src/app.d.ts', 'src/lib/server/hooks'],
		may: [
			'access',
			'decisions',
			'server',
			'db',
			'http',
			'configurations',
			'applications',
			'mail',
			'connect',
			'pruning',
			'webhooks',
			'fleet',
			'programs',
			'door'
		],
		packages: NO_DATABASE
	},
	...OUTSIDE
];
