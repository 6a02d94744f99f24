/** What an owner reads of a receipt, in English. */
export const ENGLISH_RECEIPT = {
	receipt: 'Receipt',
	receiptLast: 'Last receipt',
	receiptTitle: 'Receipt of access',
	receiptGranted: 'What was given to {app}',
	receiptNarrowed: 'What {app} was left with',
	receiptRevoked: 'How the access of {app} ended',
	receiptGivenBy: 'Given by',
	receiptTakenBy: 'Taken back by',
	receiptEndedBy: 'Ended by',
	receiptAnother: 'Another owner of the car account',
	receiptAccount: 'Whoever signed in to the car account',
	receiptApp: 'The app',
	receiptOperator: 'The dashboard',
	receiptCarAccount: 'Car account',
	receiptTo: 'App',
	receiptVehicles: 'Vehicles',
	receiptLong: 'How long',
	receiptUntil: 'Until it is taken back, or {days} days after its last use',
	receiptGave: 'Given',
	receiptGaveNot: 'Not given',
	receiptNothing: 'Nothing.',
	receiptUnread: 'This part of the receipt cannot be read.',
	receiptRequired: 'given, required',
	receiptGiven: 'given',
	receiptLeftOut: 'not given',
	receiptBack: 'To take it back,',
	receiptBackHow: 'open {address}, or sign in at {portal} and choose {app}.',
	receiptNumber: 'Receipt {number}, for {owner}.',
	receiptVersion: '{app} asked in version {version} of its request.',
	receiptStays:
		'This page shows what was agreed on the date above. It does not change when access is taken back.',
	receiptWords: 'What is kept are the permissions; how they are worded here is of today.',
	receiptNameToday: 'Today the app is called {app}.',
	receiptNameUnknown: 'The name of the app is of today; how it was called then was not noted.',
	receiptPrint: 'Print',
	receiptFile: 'Save as JSON',
	receiptKeep:
		'It stands here for as long as the car account is linked. Keep it on paper or as a file.',
	receiptUnknown:
		'There is no such receipt for the car accounts that you have here. If one is missing, connect your car.'
} as const;

export type ReceiptWords = Readonly<Record<keyof typeof ENGLISH_RECEIPT, string>>;
