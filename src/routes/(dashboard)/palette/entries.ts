import { resolve } from '$app/paths';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { Command, CommandId, Shortcut } from '#lib/state/commands.ts';

/** One line of the palette: it leads to an address or runs a command. */
export type Entry = {
	/** Kept with the recently used ones, so it must not change. */
	readonly id: string;
	readonly label: string;
	/** Stands beside the label and is not searched: a code, a client id, what it belongs to. */
	readonly hint: string;
	/** Other words that find it. */
	readonly words: string;
} & (
	| { readonly href: string }
	| { readonly command: CommandId; readonly shortcuts: readonly Shortcut[] }
);

export interface EntryGroup {
	readonly title: string;
	readonly entries: readonly Entry[];
}

export interface Surroundings {
	/** What can run on the page at hand. */
	readonly commands: readonly Command[];
	readonly applications: readonly { readonly clientId: string; readonly name: string }[];
	/** The application of the page at hand, with the number of its latest version. */
	readonly current: {
		readonly clientId: string;
		readonly clientIdMadeHere: boolean;
		readonly name: string;
		readonly latestVersion: number;
	} | null;
}

type Current = NonNullable<Surroundings['current']>;

/** Title of the group that holds the catalog's items. */
export const ITEMS = 'Items';

/** Everything the palette can find, in the order in which it is shown. */
export function listEntries({
	commands,
	applications,
	current
}: Surroundings): readonly EntryGroup[] {
	return [
		{ title: 'Actions', entries: commands.map((command) => commandEntry(command, current)) },
		{ title: 'Pages', entries: [...(current ? applicationPages(current) : []), ...PAGES] },
		{ title: ITEMS, entries: ITEM_ENTRIES },
		{ title: 'Permissions', entries: PERMISSION_ENTRIES },
		{
			title: 'Applications',
			entries: applications.map(({ clientId, name }) => ({
				id: `application:${clientId}`,
				label: name,
				hint: clientId,
				words: `application ${clientId}`,
				href: resolve('/(dashboard)/apps/[clientId]/vehicle-access', { clientId })
			}))
		},
		{ title: 'Versions', entries: current ? versionEntries(current) : [] }
	];
}

/** Other words by which people search for a command. */
const COMMAND_WORDS: Partial<Record<CommandId, string>> = {
	publish: 'review release version',
	share: 'copy url qr code snippet',
	'copy-scope': 'permissions clipboard',
	undo: 'back revert',
	redo: 'again',
	shortcuts: 'keys help',
	theme: 'dark light system colour'
};

function commandEntry({ id, label, shortcuts }: Command, current: Surroundings['current']): Entry {
	const words = COMMAND_WORDS[id] ?? '';
	const hint = id === 'share' && current?.clientIdMadeHere ? 'sandbox only so far' : '';
	return { id: `command:${id}`, label, hint, words, command: id, shortcuts };
}

function page(label: string, href: string, words: string, hint = ''): Entry {
	return { id: `page:${href}`, label, hint, words, href };
}

const PAGES: readonly Entry[] = [
	page('Applications', resolve('/'), 'home start list new create'),
	page('Catalog', resolve('/(dashboard)/catalog'), 'signals commands attributes api v2 reference'),
	page('Permissions', resolve('/(dashboard)/permissions'), 'reference sensitivity'),
	page('Help', resolve('/(dashboard)/help'), 'glossary words keys about required')
];

function applicationPages({ clientId, clientIdMadeHere, name }: Current) {
	const to = { clientId };
	return [
		page(
			'Vehicle Access',
			resolve('/(dashboard)/apps/[clientId]/vehicle-access', to),
			'signals picker draft scope',
			name
		),
		page(
			'Refusals',
			resolve('/(dashboard)/apps/[clientId]/refusals', to),
			'refuse untick optional owner simulate stops',
			name
		),
		page(
			'History',
			resolve('/(dashboard)/apps/[clientId]/history', to),
			'versions compare restore',
			name
		),
		page(
			'Credentials',
			resolve('/(dashboard)/apps/[clientId]/credentials', to),
			'client id redirect uri secret change real',
			clientIdMadeHere ? `${name}, client id made here` : name
		),
		page(
			'Connections',
			resolve('/(dashboard)/apps/[clientId]/connections', to),
			'vehicles owners granted lacking disconnect ask again',
			name
		),
		page(
			'Import and export',
			resolve('/(dashboard)/apps/[clientId]/import', to),
			'paste scope file json download explain',
			name
		),
		page(
			'Sessions',
			resolve('/(dashboard)/apps/[clientId]/sessions', to),
			'connect funnel outcomes insights abandoned owners',
			name
		),
		page(
			'Settings',
			resolve('/(dashboard)/apps/[clientId]/settings', to),
			'rename mode delete application',
			name
		)
	];
}

const ITEM_ENTRIES: readonly Entry[] = officialCatalog.items.map(({ code, name }) => ({
	id: `item:${code}`,
	label: name,
	hint: code,
	words: '',
	href: resolve('/(dashboard)/catalog/[code]', { code })
}));

const PERMISSION_ENTRIES: readonly Entry[] = officialCatalog.permissions.map(
	({ name, ownerLabel }) => ({
		id: `permission:${name}`,
		label: name,
		hint: ownerLabel,
		words: `permission ${ownerLabel}`,
		href: resolve('/(dashboard)/permissions/[name]', { name })
	})
);

function versionEntries({ clientId, name, latestVersion }: Current) {
	return Array.from({ length: latestVersion }, (_, index): Entry => {
		const number = String(latestVersion - index);
		return {
			id: `version:${clientId}:${number}`,
			label: `Version ${number}`,
			hint: name,
			words: 'history published',
			href: resolve('/(dashboard)/apps/[clientId]/history/[number]', { clientId, number })
		};
	});
}
