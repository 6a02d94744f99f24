/** What a form of this page is answered with. */
export interface Answer {
	/** What was done, in words. */
	readonly done?: string;
	/** Why nothing was done. */
	readonly error?: string;
	/** The field that is wrong. */
	readonly field?: string;
	/** What was typed, by the name of its field. */
	readonly typed?: Readonly<Partial<Record<string, string>>>;
	/** The signing key, which somebody asked for. */
	readonly key?: string;
	/** Event id of a delivery that shows what came. */
	readonly delivery?: string;
}
