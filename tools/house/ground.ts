import { ANY, NO_DATABASE_NO_NODE, type Room } from './room.ts';

/** The rooms that know neither storage nor framework, and what pages are made of. */
export const GROUND: readonly Room[] = [
	{
		name: 'access',
		holds: 'the pure core',
		places: ['src/lib/access'],
		may: [],
		packages: /^zod$/,
		light: true
	},
	{
		name: 'decisions',
		holds: 'what the authorization server decides',
		places: ['src/lib/connect'],
		may: ['access'],
		packages: /^(node:crypto|zod)$/
	},
	{
		name: 'owning',
		holds: 'what the portal decides: addresses, codes, sign-ins',
		places: ['src/lib/owners'],
		may: ['access', 'decisions'],
		packages: /^zod$/
	},
	{
		name: 'vehicles',
		holds: 'what a vehicle does: state, profiles, signals, commands',
		places: ['src/lib/vehicles'],
		may: ['access'],
		packages: /^zod$/
	},
	{
		name: 'telling',
		holds: 'what webhooks decide: what is told, when, and why not; signatures',
		places: ['src/lib/webhooks'],
		may: ['access', 'vehicles'],
		packages: /^zod$/
	},
	{
		name: 'mishaps',
		holds: 'what can go wrong on purpose, where, and which rule it follows',
		places: ['src/lib/faults'],
		may: ['access', 'decisions', 'vehicles'],
		packages: /^zod$/
	},
	{
		name: 'state',
		holds: 'what outlives a component',
		places: ['src/lib/state'],
		may: ['access'],
		packages: /^(svelte(\/.*)?|\$app\/.*)$/,
		light: true
	},
	{
		name: 'components',
		holds: 'props in, callbacks out',
		places: ['src/lib/components'],
		may: ['access', 'state'],
		packages: NO_DATABASE_NO_NODE,
		light: true
	},
	{
		name: 'styles',
		holds: 'tokens, defaults of elements',
		places: ['src/lib/styles'],
		may: [],
		packages: ANY
	}
];
