import { counted, formatNumber } from '#lib/access/language/english.ts';

export const permissions = 'Permissions';
export const lead = (permissions: number) =>
	`The ${permissions} permissions that owners grant. An app asks for them by its scope.`;
export const read = 'Read';
export const readText = 'Lets an app get data from a vehicle.';
export const control = 'Control';
export const controlText = 'Lets an app send commands to a vehicle.';
export const permission = 'Permission';
export const whatItGives = 'What it gives';
export const sensitivity = 'Sensitivity';
export const neededBy = 'Needed by';
export const ownersRead = (ownerLabel: string) => `Owners read “${ownerLabel}”`;
/** How many items there are of each kind. */
export const countOf = {
	signals: (count: number) => counted(count, { one: 'signal', other: 'signals' }),
	commands: (count: number) => counted(count, { one: 'command', other: 'commands' }),
	attributes: (count: number) => counted(count, { one: 'attribute', other: 'attributes' }),
	v2: (count: number) => `${formatNumber(count)} in API v2`
};
export const onlyV2 = (endOfV2: string) =>
	`API v2 ends on ${endOfV2}, and with it everything this permission is used for.`;
export const inAScope = 'In a scope';
export const ownerReads = 'What the owner reads';
export const sources = 'Sources';
export const ownerMayLeaveOut = 'The owner may leave it out.';
export const ownerMustGrant = 'Ticked and locked: the owner grants it or denies the whole request.';
export const noSuchName = 'There is no permission of this name.';
export const noSuchNameNearest = (name: string, near: string) =>
	`There is no permission “${name}”. The nearest one is “${near}”.`;
export const seeAllPermissions = 'See all permissions';
export const open = (near: string) => `Open ${near}`;
export const itemsNeed = 'Items that need it';
