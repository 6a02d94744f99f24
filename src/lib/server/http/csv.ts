/**
 * What a spreadsheet takes for the beginning of a formula, in wide letters too: first in a cell, or
 * behind what parts cells or lines in the spreadsheets of other countries, which take no comma for it.
 */
const FORMULA = /^(?=[\t\r\n])|(^|[;|\t\r\n])(?=\s*[=+\-@＝＋－＠])/g;

/**
 * A line of a CSV file (RFC 4180). A cell that a spreadsheet would calculate gets an apostrophe, which
 * it takes for the beginning of a text: what others named may stand in it.
 *
 * @example csvLine(['a', 'b "c"', '=1+1']) // 'a,"b ""c""",\'=1+1\r\n'
 */
export function csvLine(cells: readonly string[]): string {
	return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
	const harmless = text.replaceAll(FORMULA, "$1'");
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
