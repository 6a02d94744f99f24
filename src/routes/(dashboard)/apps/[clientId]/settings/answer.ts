/** What a form of the page is answered with. */
export interface Answer {
	readonly form: 'save' | 'filter' | 'sandbox' | 'v3' | 'plan' | 'delete';
	readonly saved?: boolean;
	/** Why nothing was done, and the field it is about. */
	readonly error?: string;
	readonly field?: string;
	/** What was typed. */
	readonly name?: string;
	readonly mode?: string;
	readonly typed?: string;
}
