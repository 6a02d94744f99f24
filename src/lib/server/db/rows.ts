/** The one row of a statement that always gives one back, such as an insert. */
export function onlyRow<Row>([row]: readonly Row[]): Row {
	if (row === undefined) throw new TypeError('A statement gave back no row.');
	return row;
}
