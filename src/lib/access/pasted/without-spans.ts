/** A part of a text, as positions in it. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A part of a text with a space for each span in it. */
export function withoutSpans(
	text: string,
	spans: readonly Span[],
	{ start, end }: Span = { start: 0, end: text.length }
): string {
	let rest = '';
	let from = start;
	for (const span of spans) {
		rest += `${text.slice(from, span.start)} `;
		from = span.end;
	}
	return rest + text.slice(from, end);
}
