const BEGIN = '<!-- The house, drawn by "npm run map" from the imports: -->';
const END = '<!-- end of the drawing -->';

/** A document with another drawing between its two marks. */
export function placeDrawing(document: string, drawing: string): string {
	const { before, after } = partsOf(document);
	return `${before}${BEGIN}\n\n${drawing}\n\n${END}${after}`;
}

function partsOf(document: string): { before: string; after: string } {
	const [before, rest] = document.split(BEGIN);
	const [, after] = rest?.split(END) ?? [];
	if (before === undefined || after === undefined)
		throw new Error(`The document lacks a mark of the drawing: ${BEGIN} … ${END}`);
	return { before, after };
}
