/** What a spreadsheet takes for the beginning of a formula, in wide letters too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

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
	const harmless = FORMULA.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
