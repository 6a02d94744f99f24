/** Words of the consent screen that the dashboard previews, apart from those it does not need. */
export const ENGLISH_CONSENT = {
	grantTitle: '{app} would like access to your vehicle',
	permissions: 'What {app} may do',
	mayDo: 'What it may do',
	required: 'Required.',
	requiredBy: 'Required by {app}',
	says: '{app} says why:',
	withoutIt: 'Without it:',
	saysUnchecked: 'Words in quotation marks are those of {app}. Nobody has checked them.',
	keepOne: 'At least one permission must stay selected.'
} as const;
