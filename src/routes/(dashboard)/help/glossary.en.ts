interface Term {
	readonly word: string;
	readonly meaning: string;
}

/** The words of the product; each names one thing, on every page. */
export const GLOSSARY: readonly Term[] = [
	{
		word: 'Signal',
		meaning: 'One thing a vehicle reports, such as its state of charge.'
	},
	{ word: 'Command', meaning: 'One thing a vehicle is told to do, such as locking its doors.' },
	{ word: 'Attribute', meaning: 'A fact of a vehicle that never changes: make, model, year.' },
	{
		word: 'Endpoint',
		meaning: 'One address of API v2, kept for apps that still use it.'
	},
	{
		word: 'Item',
		meaning: 'Any of these four. It has a code, and needs one or more permissions or none.'
	},
	{
		word: 'Permission',
		meaning: 'What an owner grants. Its name begins with read_ or control_.'
	},
	{ word: 'Selection', meaning: 'The items picked for an application.' },
	{
		word: 'Required',
		meaning: 'Set on an item: the owner cannot take its permissions off.'
	},
	{
		word: 'Access',
		meaning: 'The permissions that follow from a selection, each with its reasons.'
	},
	{
		word: 'Purpose',
		meaning:
			'What an app says that a permission is for, and what stops without it. Owners read both as the app’s own words.'
	},
	{ word: 'Scope', meaning: 'An access written as one line of text, for a link.' },
	{
		word: 'Application',
		meaning: 'Your app as the platform knows it: client id, redirect URIs, Vehicle Access.'
	},
	{
		word: 'Client id',
		meaning:
			'The id that the platform’s Dashboard gave the application; it serves live and sandbox alike. One made here serves the sandbox alone.'
	},
	{ word: 'Draft', meaning: 'The selection you are editing. It is saved as you go.' },
	{ word: 'Version', meaning: 'A published selection. It never changes again.' },
	{
		word: 'Connect link',
		meaning: 'The address that an owner opens to connect a vehicle to your app.'
	},
	{ word: 'Owner', meaning: 'The person who decides what your app may do with a vehicle.' },
	{
		word: 'Connection',
		meaning: 'One application with one vehicle, and what its owner granted.'
	},
	{
		word: 'Sandbox',
		meaning: 'Connect, tokens and made-up vehicles on this machine, to try all that without a car.'
	},
	{
		word: 'Session',
		meaning: 'One run of Connect, from opening the link to its end.'
	},
	{
		word: 'Client secret',
		meaning: 'What your server proves itself with when it asks for tokens. It is shown once.'
	},
	{
		word: 'Machine client',
		meaning: 'A server of yours that reads API v3 for a whole application, with no owner at hand.'
	}
];
