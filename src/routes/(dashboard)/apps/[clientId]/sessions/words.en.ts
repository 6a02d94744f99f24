import { quote } from '#lib/access/characters.ts';
import { counted, formatNumber, formatRow } from '#lib/access/language/english.ts';

export const nobodyOpenedLinkYet = 'Nobody has opened a link yet';
export const nobodyOpenedLinkYetText =
	'Each time an owner opens a Connect link in the sandbox, a session is kept here: how far it came, how it ended, and what was refused.';
export const openShareConnectLink = 'Open Share Connect Link';
export const lead = 'What became of the Connect links that were opened in the sandbox.';
export const sessions = 'Sessions';
export const countSessions = (sessions: number) =>
	counted(sessions, { one: 'session', other: 'sessions' });
export const newestFirst = (sessions: number) => `${countSessions(sessions)}, the newest first`;
export const sessionsOf = (sessions: number, total: number) =>
	`${countSessions(sessions)} of ${formatNumber(total)}`;
export const noSessionLikeThat = 'No session is like that.';
export const showAllSessions = 'Show all sessions';

export const howFarOwnersCome = 'How far owners come';
export const step = 'Step';
export const partOfAll = 'Part of all';
export const cameNoFurther = 'Came no further';
export const than = (step: string) => ` than: ${step}`;
export const lostAfter = (step: string) => `Came no further than: ${step}`;
export const endCount = (end: string, sessions: number) => `${end} ${formatNumber(sessions)}`;
export const minus = (sessions: number) => `−${formatNumber(sessions)}`;
export const codesNotExchanged = 'code not exchanged';
export const skippedCounts = 'A step that a link skips counts as passed.';
export const mostLost = (step: string, sessions: number, share: string) =>
	`Most are lost at “${step}”: ${formatNumber(sessions)}, ${share} of those who came to it.`;
export const toldUnsupported = (sessions: number) =>
	`In ${countSessions(sessions)} the owner was told that nothing of theirs can be connected.`;

export const stepsBy = { version: 'Steps by version', brand: 'Steps by brand' };
export const rowsAre = 'What the rows are';
export const byVersion = 'Version';
export const byBrand = 'Brand';
export const allSessions = 'All sessions';
export const showAllRows = (rows: number) => `Show all ${formatNumber(rows)} rows`;
export const showFewRows = 'Show the first rows only';
export const current = 'current';

export const howSessionsEnd = 'How sessions end';
export const end = 'End';

export const whatOwnersRefuse = 'What owners refuse';
export const whatOwnersRefuseText = (sessions: number) =>
	`Of the ${countSessions(sessions)} in which the consent screen was seen; the largest share first.`;
export const nobodySawConsent = 'No owner has seen the consent screen yet.';
export const noOptionalAsked = 'No consent screen has shown an optional permission yet.';
export const permission = 'Permission';
export const seenIn = 'Seen in';
export const refused = 'Refused';
export const shareRefused = 'Share';
export const everything = 'Everything: the owner pressed Deny';

export const filterSessions = 'Filter the sessions';
export const endedWith = 'Ended with';
export const cameTo = 'Came to';
export const askedFor = 'Asked for';
export const brandOfSession = 'Brand';
export const any = 'any';
export const user = 'User';
export const userPlaceholder = 'exactly as in the link';
export const show = 'Show';
export const showAll = 'Show all';
export const filters = 'Filters';
export const without = (chip: string) => `Remove: ${chip}`;
export const chips = {
	end: (end: string) => `Ended with: ${end}`,
	user: (user: string) => `User: ${user}`,
	withoutUser: 'Without a user',
	reached: (step: string) => `Came to: ${step}`,
	left: (step: string) => `No further than: ${step}`,
	asked: (asked: string) => `Asked for: ${asked}`,
	brand: (brand: string) => `Brand: ${brand}`,
	seen: (name: string) => `Saw ${name}`,
	refused: (name: string) => `Refused ${name}`
};

export const started = 'Started';
export const brandAndOwner = 'Brand and owner';
export const noUserGiven = 'No user given';
export const onThisPage = (sessions: number) => `${formatNumber(sessions)} on this page`;
export const noBrandChosen = 'No brand chosen';
export const numberRefused = (refused: number) => `${refused} refused`;
export const sessionNotHere =
	'The session that the address names is not on this page. It may be on another one, or no longer kept.';
export const steps = 'Steps';
export const noScreenReached = 'No screen was reached.';
export const after = (span: string | undefined) => `after ${span}`;
export const consentSkipped = 'Consent skipped: exactly this was approved before';
export const endedAfter = (span: string) => `Ended after ${span}.`;
export const askedScope = 'Asked';
export const nothing = 'Nothing';
export const code = 'Code';
export const codeExchanged = 'Exchanged for tokens';
export const codeNotExchanged = 'Not exchanged';

export const noPageNumber = (page: string) =>
	`${quote(page)} is no page number. Write 1, 2 and so on; the first page is shown.`;
export const noSuchEnd = (end: string) =>
	`${quote(end)} is no way for a session to end. Pick one from the list; all are shown.`;
export const noSuchStep = (step: string, known: readonly string[]) =>
	`${quote(step)} is no step of a session. Write one of ${formatRow(known)}; all are shown.`;
export const noSuchVersion = (version: string) =>
	`${quote(version)} is no version. Write its number, “link” or “sign-in”; all are shown.`;
export const noSuchBrand = (brand: string) =>
	`${quote(brand)} is no brand. Write its key, such as TESLA, or “none”; all are shown.`;
export const noSuchPermission = (name: string) =>
	`${quote(name)} is no permission. Write one such as read_odometer; all sessions are shown.`;

export const granted = 'Granted';
export const grantedText = 'The owner granted access and a vehicle is connected.';
export const signedInAgain = 'Signed in again';
export const signedInAgainText = 'The owner signed in again for a connected vehicle.';
export const denied = 'Denied';
export const deniedText = 'The owner denied access.';
export const brandNotListed = 'Brand not supported';
export const brandNotListedText =
	'The owner’s brand is not in the list, or the link names one that is not.';
export const vehicleNotCompatible = 'Vehicle not compatible';
export const vehicleNotCompatibleText =
	'The brand is supported, and no vehicle of the account can be connected to this application.';
export const noSubscription = 'No subscription';
export const noSubscriptionText =
	'The owner’s subscription to connected services is missing or has ended.';
export const noVehicles = 'No vehicles';
export const noVehiclesText = 'The account that the owner signed in with holds no vehicle.';
export const configurationError = 'Configuration error';
export const configurationErrorText = 'The link or the application is set up wrongly.';
export const serverError = 'Server error';
export const serverErrorText =
	'Something failed on the way that neither the owner nor the app caused.';
export const wentBackApp = 'Went back to the app';
export const wentBackText = 'The owner went back to the app before the end.';
export const abandoned = 'Abandoned';
export const abandonedText = 'The owner took no further step, and the session ran out of time.';
export const stillGoingOn = 'Still going on';
export const stillGoingOnText = 'The session has not ended yet.';
export const itEndedWith = (end: string) => `It ended with ${end}.`;

export const introduction = 'Introduction';
export const choiceOfBrand = 'Choice of brand';
export const signIn = 'Sign-in';
export const consent = 'Consent';
export const lastPage = 'Last page';
export const opened = 'Opened';
export const openedReached = 'Opened the link';
export const brand = 'Brand';
export const brandReached = 'Came to the choice of brand';
export const signInReached = 'Came to the sign-in';
export const consentReached = 'Came to the consent';
export const grantedReached = 'Granted access';
export const exchanged = 'Exchanged';
export const exchangedReached = 'Code exchanged for tokens';
export const version = (number: number) => `Version ${number}`;
export const scopeOfLink = 'Scope of the link';
export const newSignIn = 'New sign-in';
