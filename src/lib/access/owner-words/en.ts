import { ENGLISH_CONSENT } from './consent-en.ts';

/** What an owner reads in Connect, in English. `{app}` stands for the application's name. */
export const ENGLISH = {
	...ENGLISH_CONSENT,
	sandbox: 'Sandbox',
	sandboxText: 'A rehearsal on this machine. No real vehicle, no real account.',
	exit: 'Back to the app',
	preambleTitle: 'Connect your vehicle to {app}',
	preambleText:
		'You choose your brand, sign in to your vehicle account, and decide what {app} may see and do.',
	preamblePassword: '{app} never sees your password.',
	country: 'Country',
	anyCountry: 'Any country',
	language: 'Language',
	continue: 'Continue',
	brandTitle: 'What do you drive?',
	brandSearch: 'Search brands',
	brandSearchButton: 'Search',
	brandNoMatch: 'No brand matches. Write less of its name, or pick another country.',
	brandMissing: 'I don’t see my brand',
	loginTitle: 'Sign in to your {make} account',
	loginText: 'Use the account of your {make} app.',
	loginAgainText: 'Sign in again with the account that your vehicle is connected through.',
	username: 'E-mail or phone',
	password: 'Password',
	signIn: 'Sign in',
	usernameMissing: 'Write the e-mail address or phone number of your account.',
	usernameLong: 'This is longer than an e-mail address can be; shorten it.',
	passwordMissing: 'Write your password.',
	otherAccount: 'This account does not hold the vehicle. Sign in with the one that does.',
	otherBrand: 'Choose another brand',
	testLogins: 'Test logins',
	testLoginsText: 'Any name and password sign in. These names have a result of their own:',
	requiredFor: 'Required by {app} for {reason}',
	permissions: 'What {app} may do',
	vehicles: 'Which vehicles',
	vehicle: 'Which vehicle',
	onlyVehicle: 'Your vehicle',
	keepOneVehicle: 'Select at least one vehicle.',
	requiredMissing:
		'{app} requires the permissions with a lock. Keep them, or deny access altogether.',
	notAsked: 'The form held a permission that {app} did not ask for. Nothing was granted.',
	lifetime:
		'{app} keeps this access until you take it back. It ends by itself 60 days after its last use. Nothing beyond this list is shared.',
	goesTo: 'Afterwards you go to {place}',
	allow: 'Allow access',
	deny: 'Deny access',
	unsupportedTitle: 'This vehicle cannot be connected',
	unsupportedBrand: 'Your brand is not supported, so there is nothing to connect.',
	unsupportedVehicle: 'Your {vehicle} is not supported, so there is nothing to connect.',
	shareVehicle: 'Tell {app} the VIN, brand, model and year of this vehicle',
	finishTitle: 'You are done',
	finishGranted: '{app} has access now. You may close this window.',
	finishOther: 'Nothing was shared with {app}. You may close this window.'
} as const;

export type OwnerWords = Readonly<Record<keyof typeof ENGLISH, string>>;
