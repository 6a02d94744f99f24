export const catalog = 'Catalog';
export const lead =
	'Everything an app can read or do, the permission each item needs, and how well that is known.';
export const searchTheCatalog = 'Search the catalog';
export const searchPlaceholder = 'Search names, codes, permissions, paths';
export const search = 'Search';
export const countItems = (found: number) => `${found} items`;
export const countOfItems = (found: number, items: number) => `${found} of ${items} items`;
export const kindsOfItems = 'Kinds of items';
export const nothingMatches = 'Nothing in the catalog matches';
export const searchAdvice =
	'Try a name such as “range”, a permission such as “read_battery” or a path such as “/odometer”.';
export const showEverything = 'Show everything';
export const noPermission = 'no permission';
export const howWellKnown = 'How well a permission is known';
export const settle = 'Settle an inferred one in a minute';
export const showAllEvidence = 'Show all evidence';
export const copiedCode = 'code';
export const facts = 'Facts';
export const otherApiVersion = 'In the other API version:';
export const useItIn = 'Use it in';
export const createAnApplication = 'Create an application';
export const allApplications = 'All applications';
export const signal = 'Signal';
export const command = 'Command';
export const attribute = 'Attribute';
export const endpoint = 'Endpoint';
export const noSuchCode = 'No item of the catalog has this code.';
export const noSuchCodeNearest = (code: string, near: string) =>
	`No item has the code “${code}”. The nearest one is “${near}”.`;
export const lookThrough = 'Look through the catalog';
export const open = (near: string) => `Open ${near}`;
export const noCarNeeded =
	'No car is needed. What you saw can be written into the catalog; `CONTRIBUTING.md` says where.';
export const ofApiV2 = (kind: string) => `${kind} of API v2`;
export const alsoWith = 'Also with';
