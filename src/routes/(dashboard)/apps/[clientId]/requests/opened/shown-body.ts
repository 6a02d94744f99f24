/** A line of a body; unread where nobody looked at its field. */
interface Line {
	readonly text: string;
	readonly unread: boolean;
}

export interface Field extends Line {
	readonly name: string;
}

/** A body as it is read: a form by its fields, JSON by its lines, anything else as it is. */
export type ShownBody =
	| { readonly kind: 'form'; readonly fields: readonly Field[] }
	| { readonly kind: 'text'; readonly lines: readonly Line[] };

export function shownBody(body: string, isForm: boolean, unread: readonly string[]): ShownBody {
	const without = new Set(unread);
	if (isForm) {
		const fields = [...new URLSearchParams(body)].map(([name, text]) => ({
			name,
			text,
			unread: without.has(name)
		}));
		return { kind: 'form', fields };
	}
	const json = parsed(body);
	if (json === undefined) return { kind: 'text', lines: [{ text: body, unread: false }] };
	return { kind: 'text', lines: linesOf(json, without, '', '', '') };
}

function parsed(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}

/** As `JSON.stringify` indents it, each line with the field that it is of. */
function linesOf(
	value: unknown,
	unread: ReadonlySet<string>,
	path: string,
	indent: string,
	before: string
): readonly Line[] {
	const own = unread.has(path);
	const line = (text: string): Line => ({ text, unread: own });
	if (typeof value !== 'object' || value === null) {
		return [line(`${indent}${before}${JSON.stringify(value)}`)];
	}
	const isList = Array.isArray(value);
	const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
	const [opening, closing] = isList ? '[]' : '{}';
	if (entries.length === 0) return [line(`${indent}${before}${opening}${closing}`)];
	const within = entries.flatMap(([key, one], index) => {
		const at = path === '' ? key : `${path}.${key}`;
		const name = isList ? '' : `${JSON.stringify(key)}: `;
		const lines = linesOf(one, unread, at, `${indent}  `, name);
		const last = lines.at(-1);
		if (!last || index === entries.length - 1) return lines;
		return [...lines.slice(0, -1), { ...last, text: `${last.text},` }];
	});
	return [line(`${indent}${before}${opening}`), ...within, line(`${indent}${closing}`)];
}
