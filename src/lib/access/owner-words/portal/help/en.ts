/** What an owner reads for help, in English. */
export const ENGLISH_HELP = {
	timesInUtc: 'Days and times are in UTC.',
	help: 'Help',
	helpHeading: 'How this works',
	helpApps: 'Which apps do I see here?',
	helpAppsText:
		'All that were connected with a car account that you have here, also before you came. If one is missing, connect the car account that it uses.',
	helpRevoke: 'What happens when I revoke access?',
	helpRevokeText:
		'From that moment the app gets nothing more of your vehicles. What it has stored so far stays with it: ask it to delete that. To come back it has to ask you again.',
	helpPart: 'Can I take back a part of it?',
	helpPartText:
		'Yes. Open the app, and take back one thing or one vehicle. What an app cannot do without is only taken back with all the rest.',
	helpProof: 'How do I show later what I gave?',
	helpProofText: 'By a receipt. Each line of your history has one, to print or to save.',
	helpOthers: 'Who else sees this?',
	helpOthersText:
		'Everybody who signs in to the same car account and connects it here. No app learns that you were here.',
	helpCode: 'No code arrives',
	helpCodeText:
		'Look at the address that you wrote, and into your folder for unwanted mail. After a minute you can ask for another code. It works in the browser that asked for it.',
	helpReal: 'Is this real?',
	helpRealText:
		'No. It is a rehearsal with simulated vehicles and accounts, and its clock may be moved. It reaches no real vehicle.'
} as const;

export type HelpWords = Readonly<Record<keyof typeof ENGLISH_HELP, string>>;
