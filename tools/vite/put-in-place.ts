import { parse } from 'svelte/compiler';

/** What a message is made of: text, and the numbers of the parameters that stand between. */
export type Parts = readonly (string | number)[];

/** Messages of a catalog by their name. */
export type Messages = ReadonlyMap<string, Parts>;

/** Catalogs by the name under which a component imports them. */
export type Catalogs = ReadonlyMap<string, Messages>;

interface Node {
	readonly type: string;
	readonly start: number;
	readonly end: number;
}

interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** A message in a component: text, and the code of the values that stand between. */
type Said = readonly (string | { readonly code: string })[];

/**
 * A component's source with each `{words.name}` and `{words.name(value)}` replaced by what it says,
 * as it would be written without a catalog: text in the markup, a literal in code.
 */
export function putInPlace(source: string, catalogs: Catalogs): string {
	const edits: Edit[] = [];
	const visit = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		const edit = isNode(value) ? editOf(value, source, catalogs) : null;
		if (edit) edits.push(edit);
		else Object.values(value).forEach(visit);
	};
	const { fragment, instance, module } = parse(source, { modern: true });
	visit([module, instance, fragment]);
	return apply(source, edits);
}

/** The same for a module. */
export function putIntoModule(source: string, catalogs: Catalogs): string {
	const [before, after] = ['<script lang="ts">\n', '\n</script>'];
	const put = putInPlace(before + source + after, catalogs);
	return put.slice(before.length, -after.length);
}

function editOf(node: Node, source: string, catalogs: Catalogs): Edit | null {
	const { start, end } = node;
	if (node.type === 'ExpressionTag' && 'expression' in node) {
		const said = saidBy(node.expression, source, catalogs);
		if (said === null) return null;
		const text = said.map((part) => (typeof part === 'string' ? escape(part) : `{${part.code}}`));
		const bare = source[start - 1] === '=';
		return { start, end, text: bare ? `"${text.join('')}"` : text.join('') };
	}
	const said = saidBy(node, source, catalogs);
	return said && { start, end, text: literal(said) };
}

function literal(said: Said): string {
	if (said.every((part) => typeof part === 'string')) return JSON.stringify(said.join(''));
	const inTemplate = (text: string) => text.replace(/[\\`]|\$\{/g, (marked) => `\\${marked}`);
	const parts = said.map((part) =>
		typeof part === 'string' ? inTemplate(part) : `\${${part.code}}`
	);
	return `\`${parts.join('')}\``;
}

/** What `words.name` or `words.name(value)` says; null for all else. */
function saidBy(node: unknown, source: string, catalogs: Catalogs): Said | null {
	if (!isNode(node)) return null;
	if (node.type === 'MemberExpression') {
		const parts = partsAt(node, catalogs);
		return parts?.every((part) => typeof part === 'string') ? parts : null;
	}
	if (node.type !== 'CallExpression' || !('callee' in node && 'arguments' in node)) return null;
	const values = Array.isArray(node.arguments) ? node.arguments.filter(isNode) : [];
	const parts = partsAt(node.callee, catalogs);
	if (!parts || values.some(({ type }) => type === 'SpreadElement')) return null;
	return parts.map((part) => {
		const value = typeof part === 'number' ? values[part] : undefined;
		if (typeof part === 'string') return part;
		// What is said within a value is put in place where it is next looked at.
		return { code: value ? putIntoCode(value, source, catalogs) : 'undefined' };
	});
}

function putIntoCode(value: Node, source: string, catalogs: Catalogs): string {
	const said = saidBy(value, source, catalogs);
	return said ? literal(said) : source.slice(value.start, value.end);
}

function partsAt(node: unknown, catalogs: Catalogs): Parts | null {
	if (!isNode(node) || node.type !== 'MemberExpression') return null;
	if (!('object' in node && 'property' in node)) return null;
	const messages = catalogs.get(nameOf(node.object) ?? '');
	return messages?.get(nameOf(node.property) ?? '') ?? null;
}

function nameOf(node: unknown): string | null {
	if (!isNode(node) || node.type !== 'Identifier' || !('name' in node)) return null;
	return typeof node.name === 'string' ? node.name : null;
}

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function escape(text: string): string {
	const entities: Readonly<Record<string, string>> = {
		'&': '&amp;',
		'<': '&lt;',
		'"': '&quot;',
		'{': '&#123;',
		'}': '&#125;'
	};
	return text.replace(/[&<"{}]/g, (character) => entities[character] ?? character);
}

function apply(source: string, edits: readonly Edit[]): string {
	return edits
		.toSorted((a, b) => b.start - a.start)
		.reduce(
			(text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
			source
		);
}
