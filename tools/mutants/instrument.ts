import ts from 'typescript';
import { editsOf, type Edit } from './edits.ts';

export interface Mutant {
	/** Path from the root of the package. */
	readonly file: string;
	readonly line: number;
	readonly column: number;
	/** The line as it stands, without indentation. */
	readonly code: string;
	readonly was: string;
	readonly becomes: string;
}

/** A mutant with its number, by which it is switched on. */
export interface NumberedMutant extends Mutant {
	readonly id: number;
}

/** A file with the mutants found in it, in the order of its text. */
export interface Mutable {
	readonly file: string;
	readonly source: ts.SourceFile;
	readonly edits: readonly Edit[];
	readonly mutants: readonly Mutant[];
}

export function findMutants(file: string, text: string): Mutable {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const edits = editsOf(source);
	const lines = text.split('\n');
	return {
		file,
		source,
		edits,
		mutants: edits.map(({ start, end, text: becomes }) => {
			const { line, character } = source.getLineAndCharacterOfPosition(start);
			return {
				file,
				line: line + 1,
				column: character + 1,
				code: lines[line]?.trim() ?? '',
				was: text.slice(start, end),
				becomes
			};
		})
	};
}

/**
 * The file with the chosen mutants in it, each behind a switch: one transformation serves them all.
 *
 * @param idOf number of the mutant that an edit makes; undefined where it was not chosen
 */
export function instrument(
	{ source, edits }: Mutable,
	idOf: (edit: Edit) => number | undefined
): string {
	const text = source.text;
	const byHost = Map.groupBy(
		edits.filter((edit) => idOf(edit) !== undefined),
		({ host }) => host
	);
	const render = (node: ts.Node): string => {
		let out = '';
		let at = node.getStart(source);
		ts.forEachChild(node, (child) => {
			const start = child.getStart(source);
			if (start < at) return;
			out += text.slice(at, start) + render(child);
			at = child.end;
		});
		return guarded(node, out + text.slice(at, node.end));
	};
	const guarded = (node: ts.Node, original: string): string => {
		const body = isLoopBody(node) ? `{__mutants.tick();${original}}` : original;
		return (byHost.get(node) ?? []).reduce((rest, edit) => {
			const changed =
				text.slice(node.getStart(source), edit.start) + edit.text + text.slice(edit.end, node.end);
			const on = `__mutants.on(${idOf(edit)})`;
			return ts.isStatement(node)
				? `if(${on}){${changed}}else{${rest}}`
				: `(${on}?(${changed}):(${rest}))`;
		}, body);
	};
	return text.slice(0, source.getStart(source)) + render(source) + text.slice(source.end);
}

function isLoopBody(node: ts.Node): boolean {
	if (ts.isSourceFile(node)) return false;
	return ts.isIterationStatement(node.parent, false) && node.parent.statement === node;
}
