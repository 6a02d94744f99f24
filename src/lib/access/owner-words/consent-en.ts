/** Words of the consent screen that the dashboard previews, apart from those it does not need. */
export const ENGLISH_CONSENT = {
	grantWants: 'would like access to your vehicle',
	requiredBy: 'Required by {app}',
	keepOne: 'At least one permission must stay selected.'
} as const;
