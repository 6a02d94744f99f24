import { counted } from '#lib/access/language/english.ts';

export const applicationsValetkey = 'Applications · Valetkey';
export const applications = 'Applications';
export const applicationsText =
	'Each one has its own Vehicle Access, client id, redirect URIs and history.';
export const newApplication = 'New application';
/** A list of many applications stands before its form. */
export const skipToNew = 'Skip to creating an application';
export const deleted = (deletedName: string) => `“${deletedName}” was deleted with all it held.`;
export const noneFound = 'No application has that in its name, or a client id that begins with it.';
export const showAllApplications = 'Show all applications';
export const earlier = 'Earlier';
export const later = 'Later';
export const findAnApplication = 'Find an application';
export const findPlaceholder = 'part of its name, or its client id';
export const find = 'Find';
export const showAll = 'Show all';
export const countApplications = (total: number) => `${total} applications`;
export const countOfApplications = (count: number, total: number) =>
	`${count} of ${total} applications`;
export const vehicleAccess = 'Vehicle Access';
/** Since the current version. */
export const countChanges = (count: number) => counted(count, { one: 'change', other: 'changes' });
export const clock = 'Clock';
export const findOneOf = (count: number) => `Find one of ${count}…`;
export const allApplications = 'All applications';
export const application = 'Application';
export const draftAsksFor = 'Draft asks for';
export const published = 'Published';
export const lastChange = 'Last change';
/** Of the application that a first start makes. */
export const demo = 'Demo';
export const mode = (mode: string) => `${mode} mode`;
export const clientIdOf = (name: string) => `client id of ${name}`;
export const countPermissions = (count: number) =>
	counted(count, { one: 'permission', other: 'permissions' });
export const fromItems = (count: number) =>
	`from ${counted(count, { one: 'item', other: 'items' })}`;
export const countUnpublished = (changes: number) =>
	counted(changes, { one: 'unpublished change', other: 'unpublished changes' });
export const nothingYet = 'Nothing yet';
export const version = (version: number) => `Version ${version}`;
export const sameDraft = 'same as the draft';
export const noApplicationYet = 'No application yet';
export const noApplicationYetText =
	'An application is what vehicle owners give access to. Name it, then pick the signals it needs.';
export const name = 'Name';
export const namePlaceholder = 'e.g. Charge Planner';
export const nameHint = 'Vehicle owners read it when they are asked for consent.';
export const clientIdHint =
	'Optional. From the application’s page in the platform’s Dashboard; the same id then serves live and sandbox. Left empty, one is made for the sandbox, and you can enter the real one later.';
export const createApplication = 'Create application';
export const skipToContent = 'Skip to content';
export const offline = 'You are offline. This page stays open until the connection is back.';
export const or = 'or';
export const singleKeys = 'Use single keys such as / and R';
export const singleKeysText =
	'Switch this off if you dictate, or press keys by accident. Keys held with Ctrl or ⌘ stay.';
export const everywhere = 'Everywhere';
export const onApplicationPages = 'On the pages of an application';
export const onVehicleAccess = 'On Vehicle Access';
export const onRow = 'On a row of Vehicle Access';
export const menu = 'Menu';
/** Behind the name of the one at hand. */
export const switchApplication = 'switch application';
export const main = 'Main';
export const configure = 'Configure';
export const rehearse = 'Rehearse';
export const reference = 'Reference';
export const portal = 'Owner’s portal';
export const outbox = 'Outbox';
export const catalog = 'Catalog';
export const permissions = 'Permissions';
export const help = 'Help';
export const theme = 'Theme';
export const searchEverything = 'Search everything';
export const ctrl = 'Ctrl';
export const goneConnection = 'This connection has ended meanwhile; the list is up to date now.';
export const goneDelivery = 'This delivery is no longer kept.';
export const goneMachineClient =
	'This machine client was deleted in another window; the list is up to date now.';
export const goneRedirectUri =
	'This redirect URI was removed in another window; the list is up to date now.';
export const goneSecret = 'This secret was deleted in another window; the list is up to date now.';
export const goneSubscription =
	'This subscription was ended in another window; the list is up to date now.';
export const goneVersion = 'There is no such version; nothing was changed.';
export const goneWebhook =
	'This webhook was deleted in another window; the list is up to date now.';
export const nameTooLong = (longest: number) => `A name has at most ${longest} characters.`;
export const nameUnprintable = (character: string) =>
	`The name holds the invisible character ${character}; remove it.`;
export const tooManyApplications = (limit: number) =>
	`There are ${limit} applications already; delete one first.`;
export const clientIdTaken = (name: string, clientId: string) =>
	`Client ID: “${name}” has ${clientId} already. Two applications never share one; open that application, or write the id of this one.`;
export const clientIdFormer = (name: string, clientId: string) =>
	`Client ID: “${name}” had ${clientId} before, and addresses with it still lead there. Write the id of this application.`;
export const otherName = (name: string) => `Nothing was deleted: type the name exactly, “${name}”.`;
export const nameMissing = 'Give the application a name; vehicle owners will read it.';
export const themes = { light: 'Light', dark: 'Dark', system: 'Auto' };
/** Pages of an application by their path: where it is made, below Vehicle Access. */
export const CONFIGURE = {
	history: 'History',
	share: 'Share',
	credentials: 'Credentials',
	import: 'Import and export',
	settings: 'Settings'
};
/** The same where it is tried. */
export const REHEARSE = {
	vehicles: 'Vehicles',
	connections: 'Connections',
	sessions: 'Sessions',
	refusals: 'Refusals'
};
/** And where what its programs do is looked at; below Clock. */
export const PROGRAMS = {
	requests: 'Requests',
	recorder: 'Recorder',
	webhooks: 'Webhooks',
	faults: 'Faults'
};
