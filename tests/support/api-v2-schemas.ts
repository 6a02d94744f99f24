import { MAKES } from '#lib/access/catalog/makes.ts';
import { findMake } from '#lib/access/catalog/find-make.ts';
import { V2_OPERATIONS } from '#lib/server/programs/v2/described/operations.ts';
import { ErrorAnswer, V2_SCHEMAS } from '#lib/server/programs/v2/described/schemas.ts';

const VERSION = /^\/v\d+(?:\.\d+)*/;

/** Fails where an answer of API v2 is not what the description of its address says. */
export function checkV2Answer(
	method: string,
	url: string,
	{ status, body }: { readonly status: number; readonly body: unknown }
): void {
	if (status >= 400) {
		ErrorAnswer.parse(body);
		return;
	}
	const path = (url.split('?')[0] ?? '').replace(VERSION, '').replace(/\/$/, '');
	const operation = V2_OPERATIONS.find(
		(one) => one.method === method.toLowerCase() && fits(one.path, path)
	);
	const names = operation?.answers[status]?.schemas ?? [];
	const schemas = names.flatMap((name) => V2_SCHEMAS[name] ?? []);
	if (schemas.length === 0) throw new Error(`Nothing describes ${status} of ${method} ${url}`);
	if (schemas.some((schema) => schema.safeParse(body).success)) return;
	throw new Error(`${method} ${url} answers otherwise than described: ${JSON.stringify(body)}`);
}

function fits(template: string, path: string): boolean {
	const [parts, given] = [template.split('/'), path.split('/')];
	return (
		parts.length === given.length &&
		parts.every((part, index) => part === given[index] || stands(part, given[index] ?? ''))
	);
}

function stands(part: string, word: string): boolean {
	if (part === '{make}') return word === 'simulated' || findMake(word, MAKES) !== null;
	return part.startsWith('{') && word !== '';
}
