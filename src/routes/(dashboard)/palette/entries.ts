import { resolve } from '$app/paths';
import { tabOf } from '#lib/access/catalog/kinds.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { COMMAND_LABELS } from '#lib/state/command-labels.ts';
import type { Command, CommandId, Shortcut } from '#lib/state/commands.ts';
import * as words from './words.en.ts';

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
	| {
			readonly href: string;
			/** Id of the row that is meant there. */
			readonly row?: string;
	  }
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
export const ITEMS = words.items;

/** Everything the palette can find, in the order in which it is shown. */
export function listEntries({
	commands,
	applications,
	current
}: Surroundings): readonly EntryGroup[] {
	return [
		{ title: words.actions, entries: commands.map((command) => commandEntry(command, current)) },
		{ title: words.pages, entries: [...(current ? applicationPages(current) : []), ...PAGES] },
		{ title: ITEMS, entries: current ? rowEntries(current) : ITEM_ENTRIES },
		{ title: words.permissions, entries: PERMISSION_ENTRIES },
		{
			title: words.applications,
			entries: applications.map(({ clientId, name }) => ({
				id: `application:${clientId}`,
				label: name,
				hint: clientId,
				words: words.applicationWords(clientId),
				href: resolve('/(dashboard)/apps/[clientId]/vehicle-access', { clientId })
			}))
		},
		{ title: words.versions, entries: current ? versionEntries(current) : [] }
	];
}

/** Other words by which people search for a command. */
const COMMAND_WORDS: Partial<Record<CommandId, string>> = {
	publish: words.publishWords,
	share: words.shareWords,
	'copy-scope': words.copyScopeWords,
	'copy-link': words.copyLinkWords,
	undo: words.undoWords,
	redo: words.redoWords,
	shortcuts: words.shortcutsWords,
	theme: words.themeWords
};

function commandEntry({ id, shortcuts }: Command, current: Surroundings['current']): Entry {
	const hint = id === 'share' && current?.clientIdMadeHere ? words.sandboxOnly : '';
	return {
		id: `command:${id}`,
		label: COMMAND_LABELS[id],
		hint,
		words: COMMAND_WORDS[id] ?? '',
		command: id,
		shortcuts
	};
}

function page(label: string, href: string, other: string, hint = ''): Entry {
	return { id: `page:${href}`, label, hint, words: other, href };
}

const PAGES: readonly Entry[] = [
	page(words.applications, resolve('/'), words.applicationsWords),
	page(words.clock, resolve('/(dashboard)/clock'), words.clockWords),
	page(words.catalog, resolve('/(dashboard)/catalog'), words.catalogWords),
	page(words.permissions, resolve('/(dashboard)/permissions'), words.permissionsWords),
	page(words.help, resolve('/(dashboard)/help'), words.helpWords)
];

/** Pages of an application, with what each is called and what else it is searched by. */
const APPLICATION_PAGES = [
	['vehicle-access', words.vehicleAccess, words.vehicleAccessWords],
	['history', words.history, words.historyWords],
	['share', words.share, words.shareWords],
	['credentials', words.credentials, words.credentialsWords],
	['import', words.importAndExport, words.importWords],
	['settings', words.settings, words.settingsWords],
	['vehicles', words.vehicles, words.vehiclesWords],
	['connections', words.connections, words.connectionsWords],
	['sessions', words.sessions, words.sessionsWords],
	['refusals', words.refusals, words.refusalsWords],
	['recorder', words.recorder, words.recorderWords],
	['webhooks', words.webhooks, words.webhooksWords]
] as const;

function applicationPages({ clientId, clientIdMadeHere, name }: Current): readonly Entry[] {
	const base = resolve('/(dashboard)/apps/[clientId]', { clientId });
	return APPLICATION_PAGES.map(([path, label, others]) => {
		const isOfId = path === 'credentials' && clientIdMadeHere;
		return page(label, `${base}/${path}`, others, isOfId ? words.clientIdMadeHere(name) : name);
	});
}

const ITEM_ENTRIES: readonly Entry[] = officialCatalog.items.map(({ code, name }) => ({
	id: `item:${code}`,
	label: name,
	hint: code,
	words: '',
	href: resolve('/(dashboard)/catalog/[code]', { code })
}));

/** Where there is an application, an item is its row there. */
function rowEntries({ clientId }: Current): readonly Entry[] {
	const picker = resolve('/(dashboard)/apps/[clientId]/vehicle-access', { clientId });
	return officialCatalog.items.map((item) => ({
		id: `item:${item.code}`,
		label: item.name,
		hint: item.code,
		words: '',
		href: `${picker}?${new URLSearchParams({ tab: tabOf(item) })}`,
		row: item.code
	}));
}

const PERMISSION_ENTRIES: readonly Entry[] = officialCatalog.permissions.map(
	({ name, ownerLabel }) => ({
		id: `permission:${name}`,
		label: name,
		hint: ownerLabel,
		words: words.permissionWords(ownerLabel),
		href: resolve('/(dashboard)/permissions/[name]', { name })
	})
);

function versionEntries({ clientId, name, latestVersion }: Current) {
	return Array.from({ length: latestVersion }, (_, index): Entry => {
		const number = String(latestVersion - index);
		return {
			id: `version:${clientId}:${number}`,
			label: words.version(number),
			hint: name,
			words: words.versionWords,
			href: resolve('/(dashboard)/apps/[clientId]/history/[number]', { clientId, number })
		};
	});
}
