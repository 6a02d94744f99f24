import { formatNumber, plural } from '#lib/access/language/english.ts';

export const permissions = 'Permissions';
export const items = 'Items';
export const purposes = 'What owners are told that permissions are for';
export const said = 'before:';
export const saidUntilNow = 'no longer:';
export const saysNow = 'now:';
export const saysNew = 'new:';
export const withoutIt = 'What stops without it,';
export const clientId = 'Client ID';
export const clientIdPlaceholder = (slice: string) => `e.g. ${slice}…`;
export const pressCtrlC = 'Press Ctrl C';
export const copy = 'Copy';
export const copied = (what: string) => `Copied ${what}`;
export const selectedPress = 'The text is selected; press Ctrl C';
export const close = 'Close';
export const titleOf = (title: string) => `${title} · Valetkey`;
export const offline = 'Offline';
export const tryAgain = 'Try again';
export const toApplications = 'Go to the applications';
export const path = 'Path';
export const permission = 'Permission';
export const needsNone = 'none: any token may use it';
export const unit = 'Unit';
export const powertrains = 'Powertrains';
export const notLimited = 'not limited';
export const brands = 'Brands';
export const fields = 'Fields';
export const alwaysThere = ', always there';
export const oneOf = (values: string) => `one of ${values}`;
export const example = (bodyName: string) => `Example ${bodyName}`;
export const evidence = 'Evidence';
export const settle = 'Settle it in a minute';
export const requestBody = 'request body';
export const notLiveYet = (what: string) => `${what} does not work live yet.`;
export const enterRealClientId = 'Enter the real client id';
export const madeHereFull = ': the live platform does not know it; enter the real one';
export const pagesOf = (of: string) => `Pages of ${of}`;
export const pageOf = (page: number, pages: number) => `Page ${page} of ${pages}`;
export const newer = 'Newer';
export const older = 'Older';
export const requiredMark = 'required:';
export const scopeBefore = 'Scope before';
export const scopeAfter = 'Scope after';
export const noScope = 'nothing';
export const isNew = 'new';
export const required = 'required';
export const sensitive = 'sensitive';
export const nowRequired = 'now required';
export const nowOptional = 'now optional';
export const noLongerAsked = 'no longer asked';
export const asksTheSame = 'asks the same';
export const asksTheSameText = 'Owners are asked for the same as before.';
export const asksLess = 'asks less';
export const asksLessText = 'Owners are asked for less.';
export const asksMore = 'asks more';
export const asksMoreText = 'Owners are asked for more.';
export const asksMoreAndLess = 'asks more and less';
export const asksMoreAndLessText = 'Owners are asked for more of some things and less of others.';
export const youAreOffline = 'You are offline';
export const offlineText =
	'This page could not be fetched. Everything that was saved is still on the server; try again once the connection is back.';
export const unreachable = 'The server cannot be reached';
export const unreachableText =
	'It did not answer, so it is not known whether this was done. Reload the page in a moment.';
export const notOurs = 'Something in between answered';
export const notOursText =
	'What came back was not written by Valetkey: a proxy in front of it, or another program on its port, answered instead. Reload the page; if it happens again, look into what the proxy logs.';
export const notFound = 'Not found';
export const notFoundText = 'There is no page at this address.';
export const refused = 'Refused';
export const refusedText = 'The server does not allow this request.';
export const unavailable = 'Not available right now';
export const unavailableText = 'The server is busy with other work.';
export const serverFailed = 'Something failed on the server';
export const serverFailedText =
	'The server could not finish this request. What was saved before is unchanged.';
export const didNotWork = 'This did not work';
export const didNotWorkText = 'The server could not read this request.';
export const justNow = 'just now';
export const copiedNow = 'Copied';
export const request = 'Request';
export const range = (from: number | string, to: number | string) => `(${from} to ${to})`;
export const confidence = '{kind}, {confidence} confidence.';
/** `permission` is a link. */
export const mayTurnOut = 'It may turn out to be {permission}: {why}';
/** `settle` is a link. */
export const withoutCar = '{settle}, without a car.';
export const itemsFolded = (count: number) => `${count} items`;
/** @param count rows that could not be read */
export function leftOut(count: number): string {
	const many = `${formatNumber(count)} entries are`;
	const subject = plural(count, { one: 'One entry is', other: many });
	return `${subject} damaged in the database and left out here. The log of the server says what; a backup may hold the rest.`;
}
export const madeHereWhy = 'Its client id was made here, so the live platform does not know it.';
export const madeHere = 'client id made here';
export const added = 'added';
export const removed = 'removed';
export const resetTime = 'Reset…';
