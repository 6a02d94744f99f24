/** Words of the consent screen that the dashboard previews, apart from those it does not need. */
export const ENGLISH_CONSENT = {
	grantWants: 'would like access to your vehicle',
	requiredBy: 'Required by {app}',
	says: '{app} says why:',
	saysUnchecked: 'Words in quotation marks are those of {app}. Nobody has checked them.',
	keepOne: 'At least one permission must stay selected.'
} as const;
