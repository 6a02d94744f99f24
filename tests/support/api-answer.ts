import type { DescribedOperation } from '#lib/server/programs/openapi/document.ts';
import type { z } from 'zod';

/** An API by what its description is made of. */
interface Described<Name extends string> {
	/** What stands before the paths. */
	readonly base: string;
	readonly operations: readonly DescribedOperation<Name>[];
	readonly schemas: Readonly<Record<Name, z.ZodType>>;
}

interface Answered {
	readonly method: string;
	/** With its query. */
	readonly path: string;
	readonly status: number;
	/** Null where there is none. */
	readonly body: unknown;
}

/**
 * Holds an answer against what its API says of it.
 *
 * @returns the names of the schemas that it fits
 * @throws where it is another status or body than described
 */
export function requireDescribed<Name extends string>(
	api: Described<Name>,
	{ method, path, status, body }: Answered
): readonly Name[] {
	const [pathname = ''] = path.slice(api.base.length).split('?');
	const operation = api.operations.find(
		(one) => one.method === method.toLowerCase() && patternOf(one.path).test(pathname)
	);
	if (!operation) throw new Error(`${method} ${path} is not described.`);
	const answer = operation.answers[status];
	if (!answer) throw new Error(`${operation.id} does not describe ${status}.`);
	if (answer.schemas.length === 0) {
		if (body !== null) throw new Error(`${operation.id} has a body under ${status}.`);
		return [];
	}
	const checks = answer.schemas.map((name) => ({ name, ...api.schemas[name].safeParse(body) }));
	const fits = checks.filter(({ success }) => success).map(({ name }) => name);
	if (fits.length > 0) return fits;
	const faults = checks.map(({ name, error }) => `${name}: ${error?.message}`).join('\n');
	throw new Error(`${operation.id}, ${status}: ${faults}\n${JSON.stringify(body).slice(0, 2000)}`);
}

function patternOf(path: string): RegExp {
	return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`);
}
