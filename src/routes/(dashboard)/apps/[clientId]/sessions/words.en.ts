import { quote } from '#lib/access/characters.ts';
import { counted } from '#lib/access/language/english.ts';

export const nobodyOpenedLinkYet = 'Nobody has opened a link yet';
export const nobodyOpenedLinkYetText =
	'Each time an owner opens a Connect link in the sandbox, a session is kept here: how far it came, how it ended, and what was refused.';
export const openShareConnectLink = 'Open Share Connect Link';
export const sessionsByUser = 'Sessions by user';

export const countSessions = (sessions: number) =>
	counted(sessions, { one: 'session', other: 'sessions' });
export const newestFirst = (sessions: number) => `${countSessions(sessions)}, the newest first`;
export const sessionsOf = (sessions: number, total: number) =>
	`${countSessions(sessions)} of ${total}`;
export const sessionsWithoutUser = (sessions: number, total: number) =>
	`${sessionsOf(sessions, total)} without a user`;
export const noSessionLikeThat = 'No session is like that.';
export const showAllSessions = 'Show all sessions';
export const howSessionsEnd = 'How sessions end';
export const end = 'End';
export const sessions = 'Sessions';
export const partOfAll = 'Part of all';
export const endedWith = 'Ended with';
export const anyEnd = 'any end';
export const user = 'User';
export const userPlaceholder = 'exactly as in the link';
export const show = 'Show';
export const showAll = 'Show all';
export const howFarOwnersCome = 'How far owners come';
export const screen = 'Screen';
export const skippedCounts = 'A screen that a link skips counts as passed.';
export const toldUnsupported = (sessions: number) =>
	`In ${countSessions(sessions)} the owner was told that nothing of theirs can be connected.`;
export const whatOwnersRefuse = 'What owners refuse';
export const whatOwnersRefuseText =
	'Of the sessions that were granted, how often an optional permission was unticked.';
export const noOptionalAsked = 'No granted session has asked for an optional permission yet.';
export const permission = 'Permission';
export const refused = 'Refused';
export const part = 'Part';
export const refusedOf = (refused: number, asked: number) => `${refused} of ${asked}`;
export const noUserGiven = 'No user given';
export const onThisPage = (sessions: number) => `${sessions} on this page`;
export const noBrandChosen = 'No brand chosen';
export const numberRefused = (refused: number) => `${refused} refused`;
export const steps = 'Steps';
export const noScreenReached = 'No screen was reached.';
export const after = (span: string | undefined) => `after ${span}`;
export const consentSkipped = 'Consent skipped: exactly this was approved before';
export const endedAfter = (span: string) => `Ended after ${span}.`;
export const asked = 'Asked';
export const nothing = 'Nothing';
export const lead = 'What became of the Connect links that were opened in the sandbox.';
export const noPageNumber = (page: string) =>
	`${quote(page)} is no page number. Write 1, 2 and so on; the first page is shown.`;
export const noSuchEnd = (end: string) =>
	`${quote(end)} is no way for a session to end. Pick one from the list; all are shown.`;
export const granted = 'Granted';
export const grantedText = 'The owner granted access and a vehicle is connected.';
export const signedInAgain = 'Signed in again';
export const signedInAgainText = 'The owner signed in again for a connected vehicle.';
export const denied = 'Denied';
export const deniedText = 'The owner denied access.';
export const vehicleNotCompatible = 'Vehicle not compatible';
export const vehicleNotCompatibleText = 'The brand or the vehicle is not supported.';
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
export const introductionReached = 'Saw the first screen';
export const choiceOfBrand = 'Choice of brand';
export const choiceOfBrandReached = 'Came to the choice of brand';
export const notSupported = 'Not supported';
export const notSupportedReached = 'Were told that nothing of theirs can be connected';
export const signInReached = 'Came to the sign-in';
export const consent = 'Consent';
export const consentReached = 'Came to the consent';
export const lastPage = 'Last page';
export const lastPageReached = 'Finished with access';
export const signIn = 'Sign-in';
