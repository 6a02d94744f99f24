/** Letters that Unicode does not take apart into a plain one and a mark. */
const LIKE: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ı: 'i'
};

/**
 * The form in which texts are compared by every search: without case, accents (composed or not),
 * and with one space for any run of other signs, so that `Land-Rover`, `LAND_ROVER` and
 * `land  rover` are one. `%` and `°` stay, since units are searched for.
 */
export function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[ßæœøđðþłı]/g, (letter) => LIKE[letter] ?? letter)
		.replace(/[^\p{L}\p{N}%°]+/gu, ' ')
		.trim();
}

/** The pieces of a query, each folded; a piece may hold spaces where it had signs. */
export function foldQuery(query: string): readonly string[] {
	return query
		.split(/\s+/)
		.map(fold)
		.filter((piece) => piece !== '');
}

/** Whether a word of a folded text begins with a folded piece. */
export function beginsWord(folded: string, piece: string): boolean {
	return folded.startsWith(piece) || folded.includes(` ${piece}`);
}

/**
 * Whether a folded text is meant by a query: every piece begins a word of it, or the query without
 * its spaces begins some words without theirs, as `alfaromeo` begins `alfa romeo`.
 */
export function isMeant(folded: string, query: string): boolean {
	const pieces = foldQuery(query);
	if (pieces.every((piece) => beginsWord(folded, piece))) return true;
	const glued = pieces.join('').replaceAll(' ', '');
	const words = folded.split(' ');
	return words.some((_, first) => words.slice(first).join('').startsWith(glued));
}

/** Where a folded piece stands in a text, as positions of the text itself; null where it does not. */
export function findFolded(
	text: string,
	piece: string
): { readonly start: number; readonly end: number } | null {
	if (piece === '') return null;
	let folded = '';
	const starts: number[] = [];
	let at = 0;
	for (const character of text) {
		// A sign between words is one space, whatever its number.
		const part = fold(character) || (/\p{M}/u.test(character) || folded.endsWith(' ') ? '' : ' ');
		for (let index = 0; index < part.length; index++) starts.push(at);
		folded += part;
		at += character.length;
	}
	const found = folded.indexOf(piece);
	if (found < 0) return null;
	return { start: starts[found] ?? 0, end: starts[found + piece.length] ?? text.length };
}
