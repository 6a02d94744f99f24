import type { Rule } from 'eslint';
import { relative } from 'node:path';
import { objectionTo } from './directions.ts';

/** Refuses an import that the table of rooms does not allow. */
export const directions: Rule.RuleModule = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		const importer = relative(context.cwd, context.filename).replaceAll('\\', '/');
		const check = (node: Rule.Node) => {
			const specifier = specifierOf(node);
			if (specifier === null) return;
			const message = objectionTo(importer, { specifier, atOnce: isAtOnce(node) });
			if (message !== null) context.report({ node, message });
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check,
			TSImportType: check
		};
	}
};

/** The parser of TypeScript knows nodes and keys that the types of the linter do not. */
function specifierOf(node: object): string | null {
	const source = 'source' in node ? node.source : null;
	const isLiteral = typeof source === 'object' && source !== null && 'value' in source;
	return isLiteral && typeof source.value === 'string' ? source.value : null;
}

function isAtOnce(node: { readonly type: string }): boolean {
	if (node.type === 'ImportExpression' || node.type === 'TSImportType') return false;
	const kind = 'importKind' in node ? node.importKind : 'exportKind' in node && node.exportKind;
	return kind !== 'type';
}
