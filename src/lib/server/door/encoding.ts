export type Encoding = 'br' | 'gzip';

/**
 * The encoding for an answer, of those that exist, best first; null for none. A client that names
 * neither wants none.
 *
 * Source: RFC 9110, section 12.5.3.
 */
export function chooseEncoding(
	accepted: string | readonly string[] | null | undefined,
	existing: readonly Encoding[] = ['br', 'gzip']
): Encoding | null {
	const text = typeof accepted === 'string' ? accepted : (accepted ?? []).join(',');
	const weights = new Map<string, number>();
	for (const part of text.toLowerCase().split(',')) {
		const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
		const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
		weights.set(name, weight === undefined ? 1 : Number(weight) || 0);
	}
	const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
	const [best] = existing
		.filter((encoding) => weightOf(encoding) > 0)
		.toSorted((one, other) => weightOf(other) - weightOf(one));
	return best ?? null;
}
