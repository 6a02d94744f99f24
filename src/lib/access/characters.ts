/** Longest piece of somebody's input that a message repeats. */
const LONGEST_QUOTED = 60;

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}]/u;

const WORDS: ReadonlyMap<string, string> = new Map([
	[' ', 'a space'],
	['/', 'a slash'],
	['\\', 'a backslash'],
	[':', 'a colon'],
	['.', 'a full stop'],
	['-', 'a hyphen'],
	['_', 'an underscore'],
	['?', 'a question mark'],
	['=', 'an equals sign'],
	['&', 'an ampersand'],
	['#', 'a number sign'],
	['%', 'a percent sign'],
	['+', 'a plus sign'],
	['~', 'a tilde'],
	['@', 'an at sign']
]);

/** A piece of input in quotation marks: shortened, and with nothing in it that cannot be seen. */
export function quote(text: string): string {
	const characters = [...text.slice(0, LONGEST_QUOTED * 2)];
	const shown = characters
		.slice(0, LONGEST_QUOTED)
		.map((character) => (UNPRINTABLE.test(character) ? `[${codePointOf(character)}]` : character));
	return `“${shown.join('')}${characters.length > LONGEST_QUOTED ? '…' : ''}”`;
}

/** Code point of a character as Unicode writes it, e.g. `U+0000`. */
function codePointOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * The first character that no text typed by a person holds: a control character, an invisible
 * format character or half of a surrogate pair.
 *
 * @returns its code point, e.g. `U+0000`, or null when every character can be seen.
 */
export function findUnprintable(text: string): string | null {
	const found = UNPRINTABLE.exec(text);
	return found ? codePointOf(found[0]) : null;
}

/** A character in words that read well aloud: `a slash`, `a capital “H”`. */
export function describeCharacter(character: string): string {
	const word = WORDS.get(character);
	if (word) return word;
	if (/^\p{Lu}$/u.test(character)) return `a capital “${character}”`;
	if (/^\p{Ll}$/u.test(character)) return `a small “${character}”`;
	if (/^\d$/.test(character)) return `the digit ${character}`;
	return `${quote(character)} (${codePointOf(character)})`;
}
