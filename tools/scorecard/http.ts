/** An answer whose body was read. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** Where a redirect leads. */
	readonly location: string | null;
}

/** Values of a query or a form; null leaves a usual one out, a list repeats the name. */
export type Fields = Readonly<Record<string, string | readonly string[] | null>>;

/** Sends one request, as a browser without scripts would, and follows no redirect. */
export async function send(
	url: string,
	init: RequestInit & { readonly headers?: Readonly<Record<string, string>> } = {}
): Promise<Answer> {
	const headers = { accept: 'text/html,*/*', ...init.headers };
	const response = await fetch(url, { redirect: 'manual', ...init, headers });
	if (response.status === 429) {
		throw new Error('The server limits requests; start it with RATE_LIMITS=off to judge it.');
	}
	return {
		status: response.status,
		headers: response.headers,
		text: await response.text(),
		location: response.headers.get('location')
	};
}

/** Posts a form as a program does, or as a page does when the headers name its origin. */
export function postForm(
	url: string,
	fields: Fields,
	headers: Readonly<Record<string, string>> = {}
): Promise<Answer> {
	return send(url, { method: 'POST', body: encodeFields(fields), headers });
}

/** Later values replace earlier ones of the same name. */
export function encodeFields(...all: readonly Fields[]): URLSearchParams {
	const encoded = new URLSearchParams();
	const merged = new Map(all.flatMap((fields) => Object.entries(fields)));
	for (const [name, value] of merged) {
		if (value === null) continue;
		for (const each of typeof value === 'string' ? [value] : value) encoded.append(name, each);
	}
	return encoded;
}

/** The body as a JSON object; empty when it is none. */
export function jsonOf({ text }: Answer): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}

/** Attributes of every element of one name, in the order of the page. */
export function elementsOf(html: string, name: string): readonly ReadonlyMap<string, string>[] {
	return [...html.matchAll(new RegExp(`<${name}\\s([^>]*)>`, 'g'))].map(
		([, attributes = '']) =>
			new Map(
				[...attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
					key,
					value
				])
			)
	);
}
