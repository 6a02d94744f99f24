import type { Rule } from 'eslint';

/** What is thrown, logged or asked of a database is read by whoever works on the house. */
const FOR_THE_HOUSE = /^(\w*Error|debug|info|warn|error|fatal|sql)$/;

/** Nodes of TypeScript, which the types of the linter do not know. */
interface Node {
	readonly type: string;
	readonly parent?: Node | null;
}

/** Refuses a sentence where none may be: what is below the doors tells codes, which they word. */
export const noSentences: Rule.RuleModule = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		const check = (node: Rule.Node, text: string) => {
			if (!isSentence(text) || isForTheHouse(node)) return;
			const start = text.slice(0, 40);
			const message = `“${start}” is worded below the doors. Tell a code with its data; a door has the words.`;
			context.report({ node, message });
		};
		return {
			Literal: (node) => {
				if (typeof node.value === 'string') check(node, node.value);
			},
			TemplateLiteral: (node) => {
				check(node, node.quasis.map(({ value }) => value.cooked ?? '').join('…'));
			}
		};
	}
};

/**
 * Whether a text is a sentence by its look: four words and more behind a capital, or two that end
 * in a full stop. A name has fewer, a list of names has capitals throughout, and a statement of SQL
 * begins in capitals alone.
 */
function isSentence(text: string): boolean {
	const words = text.match(/[\p{L}\p{N}…][\p{L}\p{N}…’'_=-]*/gu) ?? [];
	const [first = ''] = words.filter((word) => !/^\p{N}+$/u.test(word));
	if (!text.includes(' ') || /^\p{Lu}{2,}$/u.test(first)) return false;
	const isBegun =
		/^(\d+: )?[“"]?\p{Lu}\p{Ll}*[ ,’']/u.test(text) &&
		words.length > 3 &&
		words.some((word) => /^\p{Ll}/u.test(word));
	return isBegun || (/[\p{L}\p{N}…)”"][.!?]$/u.test(text.trim()) && words.length > 1);
}

function isForTheHouse({ parent }: Node): boolean {
	if (!parent) return false;
	if (/^(Import|Export.*Declaration|TSLiteralType)/.test(parent.type)) return true;
	if (parent.type === 'TaggedTemplateExpression' && 'tag' in parent) {
		return FOR_THE_HOUSE.test(nameOf(parent.tag));
	}
	// A sum or a choice of texts is for whom the whole is.
	if (/^(BinaryExpression|ConditionalExpression|TemplateLiteral)$/.test(parent.type)) {
		return isForTheHouse(parent);
	}
	return 'callee' in parent && FOR_THE_HOUSE.test(nameOf(parent.callee));
}

/** The last name of what is called. */
function nameOf(callee: unknown): string {
	if (typeof callee !== 'object' || callee === null) return '';
	if ('property' in callee) return nameOf(callee.property);
	return 'name' in callee && typeof callee.name === 'string' ? callee.name : '';
}
