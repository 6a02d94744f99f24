import ts from 'typescript';

/** One change of the source text, and the smallest expression or statement that can be swapped whole. */
export interface Edit {
	readonly host: ts.Node;
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Operators and what each becomes: boundaries, equality, logic, arithmetic. */
const OPERATORS: ReadonlyMap<ts.SyntaxKind, readonly string[]> = new Map([
	[ts.SyntaxKind.LessThanToken, ['<=', '>=']],
	[ts.SyntaxKind.LessThanEqualsToken, ['<', '>']],
	[ts.SyntaxKind.GreaterThanToken, ['>=', '<=']],
	[ts.SyntaxKind.GreaterThanEqualsToken, ['>', '<']],
	[ts.SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
	[ts.SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
	[ts.SyntaxKind.AmpersandAmpersandToken, ['||']],
	[ts.SyntaxKind.BarBarToken, ['&&']],
	[ts.SyntaxKind.QuestionQuestionToken, ['&&']],
	[ts.SyntaxKind.PlusToken, ['-']],
	[ts.SyntaxKind.MinusToken, ['+']],
	[ts.SyntaxKind.AsteriskToken, ['/']],
	[ts.SyntaxKind.SlashToken, ['*']],
	[ts.SyntaxKind.PercentToken, ['*']],
	[ts.SyntaxKind.PlusEqualsToken, ['-=']],
	[ts.SyntaxKind.MinusEqualsToken, ['+=']]
]);

const LOGICAL: ReadonlySet<ts.SyntaxKind> = new Set([
	ts.SyntaxKind.AmpersandAmpersandToken,
	ts.SyntaxKind.BarBarToken,
	ts.SyntaxKind.QuestionQuestionToken
]);

/** Methods that become another one. */
const SWAPPED: ReadonlyMap<string, string> = new Map([
	['some', 'every'],
	['every', 'some'],
	['min', 'max'],
	['max', 'min'],
	['startsWith', 'endsWith'],
	['endsWith', 'startsWith']
]);

/** Methods whose call may be left out, which gives what they were called on. */
const LEFT_OUT = new Set(
	'filter slice sort toSorted reverse toReversed trim toLowerCase toUpperCase normalize'.split(' ')
);

/** Every change of a file that its tests should notice. */
export function editsOf(file: ts.SourceFile): readonly Edit[] {
	const edits: Edit[] = [];
	const visit = (node: ts.Node): void => {
		if (isWithoutEffect(node)) return;
		edits.push(...editsAt(node, file));
		ts.forEachChild(node, visit);
	};
	visit(file);
	return edits;
}

/** Types and imports are gone when the code runs. */
function isWithoutEffect(node: ts.Node): boolean {
	return (
		ts.isTypeNode(node) ||
		ts.isInterfaceDeclaration(node) ||
		ts.isTypeAliasDeclaration(node) ||
		ts.isImportDeclaration(node) ||
		ts.isExportDeclaration(node)
	);
}

function editsAt(node: ts.Node, file: ts.SourceFile): readonly Edit[] {
	const replace = (part: ts.Node, text: string, host: ts.Node = node): Edit => ({
		host: outermost(host),
		start: part.getStart(file),
		end: part.end,
		text
	});
	if (ts.isBinaryExpression(node)) {
		const operator = node.operatorToken;
		const [left, right] = [node.left.getText(file), node.right.getText(file)];
		const isLogical = LOGICAL.has(operator.kind);
		return (OPERATORS.get(operator.kind) ?? []).map((text) =>
			// Without brackets `??` stands beside no other logical operator.
			isLogical ? replace(node, `(${left}) ${text} (${right})`) : replace(operator, text)
		);
	}
	if (ts.isPrefixUnaryExpression(node)) {
		if (node.operator === ts.SyntaxKind.ExclamationToken) {
			return [replace(node, `(${node.operand.getText(file)})`)];
		}
		return step(node).map((text) => replace(node, text));
	}
	if (ts.isPostfixUnaryExpression(node)) return step(node).map((text) => replace(node, text));
	if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace(node, 'false')];
	if (node.kind === ts.SyntaxKind.FalseKeyword) return [replace(node, 'true')];
	if (ts.isNumericLiteral(node) && !isName(node)) {
		// Twice as much as one is often just as good, such as in a comparison for sorting.
		return [replace(node, node.text === '1' ? '0' : `(${node.text} + 1)`)];
	}
	if (ts.isConditionalExpression(node)) {
		return ['true', 'false'].map((text) => replace(node.condition, text, node.condition));
	}
	if (ts.isIfStatement(node)) {
		return ['true', 'false'].map((text) => replace(node.expression, text, node.expression));
	}
	if (ts.isWhileStatement(node)) return [replace(node.expression, 'false', node.expression)];
	if (isRemovable(node)) return [replace(node, '{}')];
	if (ts.isArrayLiteralExpression(node) && node.elements.length > 0 && !isPattern(node)) {
		return [replace(node, '[]')];
	}
	if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
		return [replace(node.body, 'undefined', node.body)];
	}
	return chainEdits(node, replace);
}

type Replace = (part: ts.Node, text: string, host?: ts.Node) => Edit;

function chainEdits(node: ts.Node, replace: Replace): readonly Edit[] {
	const edits: Edit[] = [];
	// After an index the compiler asks for it even where the place is always filled.
	const isLink =
		ts.isPropertyAccessExpression(node) ||
		ts.isElementAccessExpression(node) ||
		ts.isCallExpression(node);
	if (isLink && ts.isElementAccessExpression(node.expression)) return edits;
	if (ts.isPropertyAccessExpression(node) && node.questionDotToken) {
		edits.push(replace(node.questionDotToken, '.'));
	} else if (isLink && node.questionDotToken) {
		edits.push(replace(node.questionDotToken, ''));
	}
	if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return edits;
	const { name, expression } = node.expression;
	const other = SWAPPED.get(name.text);
	if (other !== undefined) edits.push(replace(name, other));
	if (LEFT_OUT.has(name.text)) {
		edits.push({ host: outermost(node), start: expression.end, end: node.end, text: '' });
	}
	return edits;
}

/** `a?.b.c` ends as a whole where `a` is missing, so a chain is only ever swapped whole. */
function outermost(node: ts.Node): ts.Node {
	let host = node;
	while (isLinkOf(host.parent, host)) host = host.parent;
	return host;
}

function isLinkOf(parent: ts.Node, child: ts.Node): boolean {
	return (
		(ts.isPropertyAccessExpression(parent) ||
			ts.isElementAccessExpression(parent) ||
			ts.isCallExpression(parent) ||
			ts.isNonNullExpression(parent)) &&
		parent.expression === child
	);
}

function step(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): readonly string[] {
	const operand = node.operand.getText();
	const prefix = ts.isPrefixUnaryExpression(node);
	switch (node.operator) {
		case ts.SyntaxKind.PlusPlusToken:
			return [prefix ? `--${operand}` : `${operand}--`];
		case ts.SyntaxKind.MinusMinusToken:
			return [prefix ? `++${operand}` : `${operand}++`];
		case ts.SyntaxKind.MinusToken:
			return [`(${operand})`];
		default:
			return [];
	}
}

/** A number that names a property or stands for a type is no value. */
function isName(node: ts.NumericLiteral): boolean {
	const { parent } = node;
	return (
		(ts.isPropertyAssignment(parent) && parent.name === node) ||
		(ts.isBindingElement(parent) && parent.propertyName === node)
	);
}

/** The left side of a destructuring assignment. */
function isPattern(node: ts.ArrayLiteralExpression): boolean {
	return ts.isBinaryExpression(node.parent) && node.parent.left === node;
}

function isRemovable(node: ts.Node): boolean {
	return (
		ts.isExpressionStatement(node) ||
		ts.isThrowStatement(node) ||
		ts.isContinueStatement(node) ||
		ts.isBreakStatement(node) ||
		(ts.isReturnStatement(node) && node.expression !== undefined) ||
		(ts.isReturnStatement(node) && ts.isIfStatement(node.parent))
	);
}
