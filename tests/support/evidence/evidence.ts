import type { Stages } from '#lib/server/programs/pipeline.ts';
import { OPERATIONS, type ListedOperation } from './operations.ts';

/** What was seen of an operation. */
type Seen = 'served' | 'checked' | 'driven' | 'refused';

/** What went over the line while the tests asked; that each is as described is held in every test. */
export class Evidence {
	readonly #seen = new Map<string, Set<Seen>>();

	/** Is told of every request and its answer by the server itself. */
	readonly record: NonNullable<Stages['record']> = ({ request, envelope }, answer) => {
		const path = (envelope.route ?? '').replaceAll(/\[(\w+)\]/g, '{$1}');
		const operation = OPERATIONS.find(({ name }) => name === `${request.method} ${path}`);
		if (!operation || typeof answer === 'string' || !('body' in answer)) return;
		const { status, body } = answer;
		if (status !== 404 && status !== 405 && status < 500) this.#note(operation, 'served');
		if (status >= 200 && status < 300) {
			this.#note(operation, 'checked');
			if (isSdk(request.headers.get('user-agent'))) this.#note(operation, 'driven');
		}
		if (status === 403 && /"type":"PERMISSION"/.test(body)) this.#note(operation, 'refused');
	};

	#note({ name }: ListedOperation, seen: Seen): void {
		this.#seen.set(name, (this.#seen.get(name) ?? new Set()).add(seen));
	}

	has({ name }: ListedOperation, seen: Seen): boolean {
		return this.#seen.get(name)?.has(seen) ?? false;
	}

	/** A row for each operation. */
	table(): string {
		const rows = OPERATIONS.map((operation) => {
			const { name, needsPermission } = operation;
			const said = (seen: Seen) => (this.has(operation, seen) ? 'yes' : '');
			const refused = said('refused') || (needsPermission ? '' : 'needs none');
			return `| \`${name}\` | ${said('served')} | ${said('checked')} | ${said('driven')} | ${refused} |`;
		});
		return [
			'| operation | served | held to its schema | driven by the SDK | refused without permission |',
			RULE,
			...rows
		].join('\n');
	}
}

const RULE = '| --- | --- | --- | --- | --- |';

const isSdk = (agent: string | null) => agent?.startsWith('Smartcar/') ?? false;

const BEGIN = '<!-- Made by "npm run evidence" from what the tests saw: -->';
const END = '<!-- end of the table -->';

/** A document with another table between its two marks. */
export function placeTable(document: string, table: string): string {
	const [before, rest] = document.split(BEGIN);
	const [, after] = rest?.split(END) ?? [];
	if (before === undefined || after === undefined) throw new Error('The marks are missing.');
	return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
}
