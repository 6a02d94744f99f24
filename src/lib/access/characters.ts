/** A longer text that somebody pastes is not read to its end. */
export const MAX_TEXT_LENGTH = 64 * 1024;

/** Longest piece of somebody's input that a message repeats. */
const LONGEST_QUOTED = 60;

/**
 * Control and format characters, halves of surrogate pairs, separators of lines, what Unicode gives
 * no shape (private use and noncharacters), and signs that look like nothing: fillers
 * (`Default_Ignorable_Code_Point`), the empty braille pattern, the place of an embedded object and
 * the note without a head.
 */
export const UNPRINTABLE =
	/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{NChar}\p{Zl}\p{Zp}\p{DI}\u2800\uFFFC\u{1D159}]/u;

/** One emoji, or several joined to one picture; their joiners and selectors are seen as part of it. */
const EMOJI =
	/\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?(?:\u200D\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?)*|[0-9#*]\uFE0F\u20E3/gu;

/** Joiners shape the letters on both sides of them in these scripts. */
const SHAPED =
	/(?<=[\p{sc=Arab}\p{sc=Deva}\p{sc=Beng}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Taml}\p{sc=Telu}])[\u200C\u200D](?=[\p{sc=Arab}\p{sc=Deva}\p{sc=Beng}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Taml}\p{sc=Telu}])/gu;

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
 * The first character that cannot be seen, or that turns the direction of what follows: the one
 * rule for every text a person writes, names and reasons as well as values of a link.
 *
 * @returns its code point, e.g. `U+0000`, or null when every character can be seen.
 */
export function findUnprintable(text: string): string | null {
	const found = UNPRINTABLE.exec(text);
	if (found === null) return null;
	// Rarely needed, so only now: what joins an emoji or shapes a letter is no fault.
	const bare = UNPRINTABLE.exec(text.replace(EMOJI, 'x').replace(SHAPED, ''));
	return bare ? codePointOf(bare[0]) : null;
}

/** The same for a text of several lines, where line breaks and tabs are seen as such. */
export function findUnprintableInLines(text: string): string | null {
	return findUnprintable(text.replace(/[\n\t]/g, ' '));
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
