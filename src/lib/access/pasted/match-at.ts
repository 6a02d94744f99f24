/**
 * What a pattern finds right at a place of a text.
 *
 * @param pattern has the flag `y`, so that nothing is searched behind the place
 */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}
