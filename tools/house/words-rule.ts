import type { Rule } from 'eslint';

/** Attributes and props that a reader gets to see or hear. */
const SPOKEN =
	/^(alt|aria-(description|label|placeholder|roledescription|valuetext)|heading|hint|label|lead|placeholder|text|title|what)$/;

/** What stands in these is typed, not read. */
const SAMPLES: ReadonlySet<string> = new Set(['code', 'kbd', 'pre', 'samp']);

/** The same in every language: names, and what browsers call keys. */
const NAMES: ReadonlySet<string> = new Set([
	'Valetkey',
	'Smartcar',
	'Java',
	'Ruby',
	'Enter',
	'Home',
	'End',
	'Escape'
]);

/** What begins so is a command or a credential. */
const COMMANDS = /^(curl|Authorization|Basic|Bearer)\b/;

/** What is handed to these is read by programs. */
const FOR_PROGRAMS = /^(querySelector(All)?|closest|matches|RegExp|\w*Error)$/;
const HEADERS = /^(cache-control|content-type)$/;

/** Nodes of components, which the types of the linter do not know. */
interface Node {
	readonly type: string;
	readonly parent?: Node | null;
	readonly value?: unknown;
	readonly name?: unknown;
	readonly key?: unknown;
}

/** Refuses text outside the catalogs. */
export const wordsInCatalogs: Rule.RuleModule = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		const report = (node: Node, text: string) => {
			const start = text.trim().replace(/\s+/g, ' ').slice(0, 40);
			const message = `“${start}” belongs into a catalog, words.en.ts beside the page.`;
			context.report({ loc: locationOf(node), message });
		};
		return {
			SvelteText: (node: Node) => {
				const text = String(node.value);
				if (isSaid(text) && !isSample(node)) report(node, text);
			},
			SvelteLiteral: (node: Node) => {
				const text = String(node.value);
				if (isSpoken(node.parent) && isSaid(text)) report(node, text);
			},
			Literal: (node: Node) => {
				const text = node.value;
				if (typeof text === 'string' && (isShown(node) ? isSaid(text) : isSentence(node, text)))
					report(node, text);
			},
			TemplateElement: (node: Node) => {
				const text = cookedOf(node.value);
				const literal = node.parent ?? node;
				if (isShown(literal) ? isSaid(text) : isSentence(literal, text)) report(node, text);
			}
		};
	}
};

function isSaid(text: string): boolean {
	return /\p{L}/u.test(text) && !isName(text);
}

function isName(text: string): boolean {
	return NAMES.has(text.trim()) || COMMANDS.test(text);
}

function isSample(node: Node): boolean {
	for (let above = node.parent; above; above = above.parent) {
		if (above.type === 'SvelteStyleElement') return true;
		if (above.type === 'SvelteElement' && SAMPLES.has(nameOf(above.name))) return true;
	}
	return false;
}

function isSpoken(attribute: Node | null | undefined): boolean {
	return attribute?.type === 'SvelteAttribute' && SPOKEN.test(nameOf(attribute.key));
}

function nameOf(node: unknown): string {
	const name = typeof node === 'object' && node !== null && 'name' in node ? node.name : null;
	return typeof name === 'string' ? name : '';
}

/** Whether an expression is what stands on the page, as one of its outcomes. */
function isShown(node: Node): boolean {
	const { parent } = node;
	if (!parent) return false;
	if (parent.type === 'SvelteMustacheTag')
		return parent.parent?.type === 'SvelteAttribute' ? isSpoken(parent.parent) : !isSample(parent);
	const chosen =
		(parent.type === 'ConditionalExpression' && 'test' in parent && parent.test !== node) ||
		parent.type === 'LogicalExpression';
	return chosen && isShown(parent);
}

/** Whether a text is written for people, by its look: several words, or one like a heading. */
function isSentence(node: Node, text: string): boolean {
	const looksSo = /\p{L}[\p{L}’]*[,:;]? \p{L}/u.test(text) || /^\p{Lu}\p{Ll}+$/u.test(text.trim());
	return looksSo && !isName(text) && !isForPrograms(node);
}

function isForPrograms({ parent }: Node): boolean {
	if (!parent) return false;
	if (/^(Import|Export)|^(BinaryExpression|SwitchCase|TSLiteralType)$/.test(parent.type))
		return true;
	if (parent.type === 'Property') return HEADERS.test(textOf(parent.key));
	return FOR_PROGRAMS.test(calleeOf(parent));
}

function calleeOf(node: Node): string {
	const callee: unknown = 'callee' in node ? node.callee : null;
	const isMember = typeof callee === 'object' && callee !== null && 'property' in callee;
	return nameOf(isMember ? callee.property : callee);
}

function cookedOf(value: unknown): string {
	const text = typeof value === 'object' && value !== null && 'cooked' in value && value.cooked;
	return typeof text === 'string' ? text : '';
}

function textOf(node: unknown): string {
	const text = typeof node === 'object' && node !== null && 'value' in node ? node.value : null;
	return typeof text === 'string' ? text : nameOf(node);
}

function locationOf(node: object): { line: number; column: number } {
	const loc = 'loc' in node ? node.loc : null;
	const start = typeof loc === 'object' && loc !== null && 'start' in loc ? loc.start : null;
	const line = typeof start === 'object' && start !== null && 'line' in start ? start.line : 1;
	const column =
		typeof start === 'object' && start !== null && 'column' in start ? start.column : 0;
	return { line: Number(line), column: Number(column) };
}
