/** Headers that every client writes by itself, and that say nothing of what is asked for. */
const BY_ITSELF =
	/^(?:host|connection|keep-alive|user-agent|accept|accept-[\w-]+|content-[\w-]+|transfer-encoding|te|expect|date|via|forwarded|x-forwarded-[\w-]+|x-real-ip|sec-[\w-]+|priority|dnt|pragma|cache-control|referer|origin|upgrade[\w-]*|traceparent|tracestate)$/;

/** Headers that some address looks at: where it did not come to that, nothing is said of them. */
const KNOWN = new Set(['authorization', 'sc-user-id', 'sc-unit-system', 'x-valetkey-fault']);

/** Names of headers that came and that nobody looked at. */
export function unreadHeaders(
	names: Iterable<string>,
	read: readonly string[],
	answered: boolean
): readonly string[] {
	return [...new Set(names)].filter(
		(name) => !read.includes(name) && !BY_ITSELF.test(name) && (answered || !KNOWN.has(name))
	);
}

/** How deep fields are told. */
const DEEPEST = 8;

/** Paths of what was sent and is not in what was made of it, e.g. `data.attributes.source`. */
export function unreadFields(
	sent: unknown,
	read: unknown,
	path = '',
	depth = 0
): readonly string[] {
	if (!isObject(sent) || !isObject(read) || depth > DEEPEST) return [];
	return Object.entries(sent).flatMap(([key, value]) => {
		const at = path === '' ? key : `${path}.${key}`;
		return Object.hasOwn(read, key) ? unreadFields(value, read[key], at, depth + 1) : [at];
	});
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
