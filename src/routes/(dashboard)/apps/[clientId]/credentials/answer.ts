/** What a form of this page is answered with. */
export interface Answer {
	/** The part of the page that answers. */
	readonly about:
		'client-id' | 'redirect-uris' | 'secrets' | 'machine-clients' | 'management-token' | 'protocol';
	/** What was done, in words. */
	readonly done?: string;
	/** A URI that was removed, so that it can be added back. */
	readonly removed?: string;
	/** A secret that was made. It is in no other answer. */
	readonly secret?: string;
	/** Whose secrets it is about; null for those of the application. */
	readonly machineClientId?: string | null;
	/** Why nothing was done; `field` says which field it is about. */
	readonly error?: string;
	readonly field?: string;
	/** What was typed. */
	readonly value?: string;
}
