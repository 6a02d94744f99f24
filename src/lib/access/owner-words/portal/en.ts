import { ENGLISH_HELP } from './help/en.ts';
import { ENGLISH_RECEIPT } from './receipt/en.ts';

/** What an owner reads in the portal, in English. */
export const ENGLISH_PORTAL = {
	...ENGLISH_HELP,
	...ENGLISH_RECEIPT,
	portalName: 'My vehicle access',
	skip: 'Skip to the content',
	navApplications: 'Applications',
	navAccount: 'Account',
	signOut: 'Sign out',
	language: 'Language',
	labelled: '{label}: {value}',
	signInTitle: 'Sign in',
	signInHeading: 'See which apps reach your vehicle',
	signInLead: 'And take the key back whenever you like.',
	email: 'E-mail',
	emailHint: 'Any address of yours will do. It need not be the one of your car account.',
	sendCode: 'Send me a code',
	factCode: 'You get a code of six digits. There is no password.',
	factBrowser: 'The code works for ten minutes, in this browser only.',
	addressMissing: 'E-mail is empty. Write your address, such as sam@example.org.',
	addressLong: 'This e-mail address is longer than {most} characters. Write a shorter one.',
	addressCharacter:
		'The e-mail address holds {character}. Write it in plain letters, a to z, on one line.',
	addressSeveral: 'E-mail takes one address. Write a single one.',
	addressNotAlone: 'Write the e-mail address alone, without a name, brackets or quotation marks.',
	addressNoAt: 'The e-mail address has no @. Write it whole, such as sam@example.org.',
	addressBeforeAt: 'The e-mail address has a fault before the @. Look at that part once more.',
	addressAfterAt:
		'The e-mail address has a fault after the @. Write it whole, such as example.org.',
	waitAddress: 'A code for this address was sent already. You can ask for another in {time}.',
	waitAddressUsed:
		'Too many codes were asked for with this address. The last mail to it says how you get one all the same. Or try again in {time}.',
	waitClient: 'Too many codes were asked for. Try again in {time}.',
	seconds: { one: '{count} second', other: '{count} seconds' },
	minutes: { one: '{count} minute', other: '{count} minutes' },
	codeHeading: 'Write the code',
	codeLead: 'It is on its way to {address}. It works until {time}, in this browser.',
	codeOverLead: 'The one that we sent to {address} is over.',
	code: 'Code',
	codeHint: 'Six digits. You can paste them with spaces.',
	signIn: 'Sign in',
	newCode: 'Send a new code',
	otherAddress: 'Use another address',
	outboxNote: 'In the sandbox no mail leaves this machine.',
	outboxLink: 'Open the outbox',
	codeMalformed: 'This is no code. Write it as it stands in the mail.',
	codeWrong: {
		one: 'This is not the code. {count} try left.',
		other: 'This is not the code. {count} tries left.'
	},
	codeOver:
		'This code is over: it was used, replaced or wrong too often, or ten minutes have passed. Ask for a new one.',
	codeTooShort:
		'Too many wrong codes were typed of late, so six digits are not enough now. Send a new code: it is longer, and you can paste it.',
	mailSubject: 'Your code for My vehicle access',
	mailText:
		'Your code: {code}\n\nWrite it on the page where you asked for it. It works for ten minutes, in that browser alone.\n\nYou asked for none? Then somebody typed your address, and nothing happens without this code. Give it to nobody.',
	mailKnown:
		'Many codes were asked for with your address today, maybe by somebody else. For a day no more are sent, but to browsers that are known. To make yours known, open this in it:\n{link}',
	knownHeading: 'Make this browser known?',
	knownLead:
		'It then gets codes for your address, however many others ask for. It is not signed in by that.',
	makeKnown: 'Make it known',
	madeKnown: 'This browser is known. Ask for your code.',
	appsHeading: {
		one: '{count} app reaches your vehicles',
		other: '{count} apps reach your vehicles'
	},
	appsLead: 'Open one to see what it gets, and to take it back.',
	appsNone: 'No app reaches your vehicles',
	appsNoneLead: 'When you give one access, it stands here.',
	appsMore: 'Further apps',
	appsBefore: 'Apps before these',
	appsAll: 'All applications',
	appsDamaged: 'Something stored cannot be read and is left out here.',
	appsEnded: 'Ended',
	appsEndedMore: 'What ended before stands in the history.',
	appUnknown:
		'This app never reached a vehicle of the car accounts that you have here. If yours is missing, connect your car.',
	firstGiven: 'First given',
	lastUsed: 'Last used',
	lastUsedAt: 'Last used {time}',
	neverUsed: 'Not used yet',
	getsHeading: 'What it gets',
	getsLead: '{app} asked for {asked}, and you gave {given}.',
	things: { one: '{count} thing', other: '{count} things' },
	notAccessed: 'Will not be accessed',
	givenFor: 'For {some} of {all} vehicles.',
	neverGiven: 'You left it out.',
	fromHeading: 'From which vehicles',
	since: 'Since {time}',
	takeBack: 'Take back…',
	takeBackWhat: 'Take back {what}',
	takeBackQuestion: 'Take back {what} from {app}?',
	takeNeeded: 'Taking it back disconnects the app.',
	takeStops: 'From that moment {app} no longer gets “{what}” of {vehicles}.',
	takeVehicleEnds: 'Nothing else is given of {vehicles}, which is no longer connected then.',
	takeRest: 'Whatever else you gave {app} goes on. To get this again, it has to ask you.',
	takeBeyond:
		'Taking back one thing goes beyond the real platform, whose portal ends all access of an app at once.',
	takeRequired:
		'{app} requires “{what}”. To take it back is to disconnect the app: all of its access ends.',
	takeLastPermission: '“{what}” is all that {app} gets. To take it back is to disconnect the app.',
	takeLastVehicle:
		'{what} is the only vehicle that {app} reaches. To take it back is to disconnect the app.',
	takeDamaged:
		'Part of what {app} was given cannot be read, so that nothing can be taken back alone. To take back “{what}” is to disconnect the app.',
	takeUnknown: 'There is nothing here to take back. Open the app, and choose there.',
	taken: 'Taken back: {what}. We looked again just now, and {app} no longer has it.',
	takenBefore:
		'There was nothing left to take back: we looked again just now, and {app} does not have “{what}”.',
	youTookBack: 'Taken back by you on {time}.',
	anotherTookBack: 'Taken back by another owner of the car account on {time}.',
	leftOutOn: 'Left out on {time}.',
	notGiven: 'Not given',
	endsIfUnused: 'Ends if unused',
	endsByItself: 'Ends by itself',
	unusedFor: { one: 'Not used for {count} day.', other: 'Not used for {count} days.' },
	unusedEnds: '{unused} Ends by itself on {time}.',
	revokeHeading: 'End it altogether',
	revokeStops: 'From that moment {app} sees nothing more of {vehicles}.',
	revokeStored: 'What it has stored so far stays with it. Ask {app} to delete that.',
	revokeRest: 'Your car account and your other apps stay as they are. You can connect again later.',
	revokeAccess: 'Revoke access',
	revokeQuestion: 'Revoke access of {app}?',
	keepAccess: 'Keep access',
	endedHeading: '{app} has no access',
	endedLead: 'We looked again just now. This is how it stands.',
	endedByOwner: 'Taken back by an owner, {time}',
	endedByYou: 'Taken back by you, {time}',
	endedByAnother: 'Taken back by another owner of the car account, {time}',
	endedByApp: 'Given up by the app, {time}',
	endedByOperator: 'Ended in the dashboard, {time}',
	endedRenew: 'It cannot renew its access',
	endedRenewText: 'To come back it has to ask you again.',
	navHistory: 'History',
	historyLead:
		'What apps were given with your car accounts, and what was taken back. It all stays here.',
	historyNone: 'Nothing was given or taken back yet.',
	historyGranted: 'Given: {what}',
	historyNarrowed: 'Partly taken back. Left: {what}',
	historyRevoked: 'Access ended',
	historyVehicle: 'Vehicle taken back',
	historyYou: 'By you, {time}',
	historyAnother: 'By another owner of the car account, {time}',
	historyAccount: 'By whoever signed in to the car account, {time}',
	historyApp: 'By the app, {time}',
	historyOperator: 'In the dashboard, {time}',
	historyVersion: 'Version {version}',
	historyEarlier: 'Earlier',
	accountsHeading: 'Your car accounts',
	accountsLead: 'Everybody who signs in to the same car account sees the same apps here.',
	accountsNone: 'None yet. Connect your car, and you see which apps reach it.',
	vehicles: { one: '{count} vehicle', other: '{count} vehicles' },
	connectCar: 'Connect your car',
	connectLead: 'With its account we find the apps that reach it. No app learns of this.',
	brandRefuses: '{make} did not let this account in. Try again later, or take another account.',
	tooManyAccounts:
		'You have {most} car accounts here, and more are not possible. Unlink one first.',
	unlink: 'Unlink',
	unlinkHeading: 'Unlink this car account?',
	unlinkApps: 'Its apps leave your list. They keep their access: to end that, revoke it first.',
	unlinkAgain: 'You can connect it again whenever you like.',
	keep: 'Keep it',
	sessionsHeading: 'Where you are signed in',
	signedInAs: 'You are signed in as {address}.',
	thisBrowser: 'This browser',
	unknownBrowser: 'Unknown browser',
	sessionTimes: 'Since {since}. Last seen {seen}.',
	signOutThere: 'Sign out there',
	signOutEverywhere: 'Sign out everywhere',
	deleteData: 'Delete my data',
	keepData: 'Keep my data',
	deleteLead: 'You read first what goes and what has to stay.',
	deleteHeading: 'Delete your data?',
	deleteGoes:
		'Deleted are your address {address}, the links to your car accounts, your sign-ins, and mail to you.',
	deleteStays:
		'What you gave to apps stays, with its dates: they and whoever shares a car account may have to show it. No address of yours is in it.',
	deleteApps: 'Apps keep their access. Revoke it first, if it is to end.',
	deleteAgain:
		'You signed in more than ten minutes ago. To delete your data, sign in once more: we send a code to {address}.',
	deleted: 'Your data is deleted, and you are signed out.',
	signedOut: 'You are signed out.',
	errorHeading: 'This did not work',
	errorBack: 'To your applications',
	request: 'Request'
} as const;

/** The forms of a text that counts; `{count}` stands for the number. */
export interface CountForms {
	readonly one: string;
	readonly other: string;
}

type Catalog = typeof ENGLISH_PORTAL;
export type PortalWords = {
	readonly [Key in keyof Catalog]: Catalog[Key] extends string ? string : CountForms;
};
