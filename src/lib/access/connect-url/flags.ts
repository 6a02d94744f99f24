/** One word of the flags parameter. */
interface ConnectFlag {
	readonly name: string;
	/** Null for a name that stands alone, which SDKs let through. */
	readonly value: string | null;
}

/** A word of the flags parameter: a flag, or not in the form of one. */
export type FlagWord =
	| { readonly ok: true; readonly word: string; readonly flag: ConnectFlag }
	| { readonly ok: false; readonly word: string };

/** The flags that are publicly named, and what they do. */
export const KNOWN_FLAGS: readonly { readonly name: string; readonly purpose: string }[] = [
	{ name: 'country', purpose: 'opens the list of brands of this country' },
	{ name: 'color', purpose: 'sets the accent colour (early access)' },
	{ name: 'tesla_auth', purpose: 'uses Tesla’s own sign-in' }
];

/** Splits the flags parameter at white space. */
export function parseFlags(text: string): readonly FlagWord[] {
	return text
		.split(/\s+/)
		.filter((word) => word !== '')
		.map((word) => {
			const [, name, value = null] = /^([a-z][\w-]*)(?::([^\s:]+))?$/i.exec(word) ?? [];
			return name === undefined ? { ok: false, word } : { ok: true, word, flag: { name, value } };
		});
}
