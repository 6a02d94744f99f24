import { ANY, NO_DATABASE, type Room } from './room.ts';

/** The rooms from which the house is started, asked and kept. */
export const OUTSIDE: readonly Room[] = [
	{
		name: 'cli',
		holds: 'the command line',
		places: ['src/cli'],
		toCome: true,
		may: ['access'],
		packages: NO_DATABASE
	},
	{
		name: 'launcher',
		holds: 'start, serve, backup, restore',
		places: ['server'],
		may: ['server', 'db', 'http', 'programs', 'door'],
		packages: ANY
	},
	{
		name: 'tools',
		holds: 'build, budget, test, scorecard, mutants',
		places: ['tools'],
		may: [
			'access',
			'decisions',
			'server',
			'db',
			'http',
			'configurations',
			'applications',
			'connect',
			'programs',
			'launcher'
		],
		packages: ANY
	}
];
