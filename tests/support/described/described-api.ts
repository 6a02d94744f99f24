import type { z } from 'zod';

/** What an API says of itself, as far as answers are held against it. */
export interface DescribedApi {
	readonly operations: readonly HeldOperation[];
	/** What it answers where nothing is described. */
	readonly refusal: z.ZodType;
}

interface HeldOperation {
	/** In capitals. */
	readonly method: string;
	/** With what stands before it on the server; a varying part is in braces. */
	readonly path: string;
	/** By status, what a body may follow; nothing where there is no body. */
	readonly answers: Readonly<Record<number, readonly z.ZodType[]>>;
}

export interface ToldAnswer {
	readonly method: string;
	/** Without its query, and as its route spells it. */
	readonly path: string;
	readonly status: number;
	readonly text: string;
}

/** What is wrong with an answer by the description of its address; null where nothing is. */
export function faultOfAnswer(api: DescribedApi, answer: ToldAnswer): string | null {
	const { method, path, status, text } = answer;
	const isHead = method === 'HEAD';
	const operations = findOperations(api, isHead ? 'GET' : method, path);
	const fault = (why: string) => `${method} ${path}, ${status}: ${why} ${text.slice(0, 2000)}`;
	if (operations.length === 0) {
		if (status < 400) return fault('Nothing describes it.');
		return isHead || fits(text, [api.refusal]) ? null : fault('Not refused as described.');
	}
	for (const { answers } of operations) {
		const schemas = answers[status];
		if (!schemas) return fault('A status that is not described.');
		if (!isHead && !fits(text, schemas)) return fault('Not as described.');
	}
	return null;
}

function fits(text: string, schemas: readonly z.ZodType[]): boolean {
	if (schemas.length === 0 || text === '') return schemas.length === 0 && text === '';
	const body: unknown = JSON.parse(text);
	return schemas.some((schema) => schema.safeParse(body).success);
}

/** At the path with the fewest varying parts, as the server finds an address; two files may describe one. */
function findOperations({ operations }: DescribedApi, method: string, path: string) {
	const given = path.split('/');
	const varying = ({ path: template }: HeldOperation) => template.split('{').length;
	const found = operations.filter((one) => matches(one.path.split('/'), given));
	const fewest = Math.min(...found.map(varying));
	return found.filter((one) => one.method === method && varying(one) === fewest);
}

function matches(parts: readonly string[], given: readonly string[]): boolean {
	return (
		parts.length === given.length &&
		parts.every((part, index) =>
			part.startsWith('{') ? given[index] !== '' : part === given[index]
		)
	);
}
