import { NO_DATABASE_NO_NODE, type Part } from './room.ts';

/** Too large for what every page loads. */
export const HEAVY: readonly string[] = [
	'zod',
	'src/lib/access/configuration.ts',
	'src/lib/access/kept.ts',
	'src/lib/access/purposes-input.ts',
	'src/lib/access/catalog/schema.ts'
];

export const PARTS: readonly Part[] = [
	// The one library of the core's search.
	{ files: /^src\/lib\/access\/catalog\/search\.ts$/, packages: /^(zod|@leeoniya\/ufuzzy)$/ },
	{
		files: /^src\/lib\/access\/(configuration|kept|purposes-input|catalog\/schema)\.ts$/,
		light: false
	},
	// What of the routes runs in the browser.
	{
		files: /^src\/routes\/(.*\.svelte(\.ts)?|(.*\/)?\+(page|layout)\.ts)$/,
		may: ['access', 'state', 'components', 'styles'],
		packages: NO_DATABASE_NO_NODE,
		light: true
	}
];
