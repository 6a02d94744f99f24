import { counted, formatRow, plural } from '#lib/access/language/english.ts';

export const noSuchConnection =
	'There is no such connection. It may have been ended, or the address is not complete.';
export const whichConnections = 'Which connections';
export const nothingIsLacking = 'Nothing is lacking';
export const everyHolds = (version: number) =>
	`Every connection holds what version ${version} asks for.`;
export const showAll = (total: number) => `Show all ${total}`;
export const close = (name: string) => `Close ${name}`;
export const nothingPublishedYet = 'Nothing is published, so nothing would be asked for now.';
export const askAgain = 'Ask again';
export const askAgainHint = (version: number | null) =>
	`Opens Connect of the sandbox, as the owner sees it, with the consent screen of version ${version}.`;
export const vin = 'VIN';
export const owner = 'Owner';
export const externalId = 'External id';
export const user = 'User';
export const askedFor = 'Asked for';
export const theScopeOfLink = 'the scope of the link';
export const version = (version: number | string) => `version ${version}`;
export const firstGranted = 'First granted';
export const lastUpdated = 'Last updated';
export const grantedPermissions = (granted: number) =>
	counted(granted, { one: 'permission', other: 'permissions' });
export const lacks = (lacking: number) => `lacks ${lacking}`;
export const scopeOfLink = 'scope of the link';
export const forOf = (vehicle: string, username: string) => `for ${vehicle} of ${username}`;
export const vehicle = 'Vehicle';
export const itsPage = 'its state and values';
export const granted = 'Granted';
export const action = 'Action';
export const disconnectOpen = 'Disconnect…';
export const disconnectText = (application: string) =>
	`Tokens of ${application} stop reaching this vehicle at once, and what was granted is forgotten. The only way back is that the owner connects it again.`;
export const disconnectNow = (name: string) => `Disconnect ${name}`;
export const noLongerAsked = 'no longer asked for';
export const nothing = 'Nothing';
export const askedVersion = (version: number | null) => `Asked for by version ${version}`;
export const wasRefused = (names: readonly string[], narrowed: boolean) =>
	`Was refused${narrowed ? ' or taken back' : ''}: ${formatRow(names)}.`;
export const missingRefused = 'was refused';
export const missingNarrowed = 'was refused or taken back';
export const narrowed = 'Taken back';
export const narrowedBy = 'narrowed by the owner';
export const missingNew = 'not asked for before';
export const noVehicle = 'No vehicle is connected yet';
export const noVehicleText =
	'Once an owner went through a Connect link, the vehicle stands here with what was granted. That stays as it is, whatever you publish, until the owner authorizes again.';
export const openConnectLink = 'Open the Connect link';
export const connections = 'Connections';
export const endedElsewhere = 'This connection was ended elsewhere; the list is up to date now.';
export const disconnected = (vehicle: string, username: string, application: string) =>
	`${vehicle} of ${username} is disconnected. Tokens of ${application} no longer reach it.`;
export const all = 'All';
export const lacksSomething = 'Lacks something';
export const lacksOne = 'Lacks';
export const byLacking = 'By a permission that is lacking';
export const noneLacks = (name: string) => `No connection lacks ${name}`;
export const everyHoldsOne = (name: string) => `Every owner granted ${name}.`;
export const notAskedFor = (name: string, version: number | null) =>
	version === null
		? `Nothing is published yet, so ${name} is not asked for.`
		: `Version ${version} does not ask for ${name}.`;
export const find = 'Search by VIN, owner, brand or permission';
export const findPlaceholder = 'VIN, owner, brand, permission';
export const show = 'Show';
export const noneFound = 'No connection is found';
export const noneFoundText = (search: string) =>
	`“${search}” is looked for in VIN, brand, model, year, owner, external id and user; what begins with read_ or control_ among the permissions that were granted.`;
export const linksToAskAgain = 'Links to ask again';
export const csv = 'CSV';
export const json = 'JSON';
export const clearSearch = 'Clear the search';
export const externalId2 = 'external id';
export const user2 = 'user';
export const askedNow = 'Would be asked now';
export const signInNeeded = 'sign-in needed';
export const signInNeededText =
	'The password of this account was changed at the brand. Calls are answered with `CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED` until its owner {link}; the tokens stay the same.';
export const signInAgain = 'signs in again';
export const lastUsed = 'last used';
export const neverUsed = 'never used';
export const unusedFor = (days: number) => `not used for ${days} days`;
export const unusedOf = (unused: number, granted: number, days: number) =>
	unused === granted
		? `Nothing that was granted was used for ${days} days.`
		: `${unused} of the ${granted} permissions that were granted ${plural(unused, { one: 'was', other: 'were' })} not used for ${days} days.`;
export const ended = 'Ended';
export const endedBy = {
	owner: 'revoked by the owner',
	app: 'by the application',
	operator: 'in the dashboard'
};
export const nothingEnded = 'No connection has ended';
export const nothingEndedText =
	'What an owner, the application or the dashboard ends stays here, with what was granted.';
