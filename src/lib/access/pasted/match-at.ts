/**
 * What a pattern finds right at a place of a text.
 *
 * @param pattern has the flag `y`, so that nothing is searched behind the place
 */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

/** The text of such a match, empty where there is none. */
export function textAt(pattern: RegExp, text: string, at: number): string {
	return matchAt(pattern, text, at)?.[0] ?? '';
}
