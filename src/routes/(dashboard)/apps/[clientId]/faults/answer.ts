/** What a form of the page is answered with. */
export interface Answer {
	/** What was done, in a sentence. */
	readonly done?: string;
	/** Why nothing was done, and the field it is about. */
	readonly error?: string;
	readonly field?: string;
	/** What was typed, where it has to be mended. */
	readonly typed?: Readonly<Partial<Record<string, string>>>;
}
