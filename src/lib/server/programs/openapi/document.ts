import { z } from 'zod';

/** Where in a request something stands, beside its body. */
export interface DescribedParameter {
	readonly name: string;
	readonly in: 'path' | 'query' | 'header';
	readonly required: boolean;
	readonly description: string;
	readonly schema: z.ZodType;
}

export interface DescribedAnswer<Name extends string> {
	readonly description: string;
	/** One of these the body is; none where there is no body. */
	readonly schemas: readonly Name[];
	/** What they say, by their names. */
	readonly headers?: Readonly<Record<string, string>>;
}

/** What the description says of one address and method. */
export interface DescribedOperation<Name extends string> {
	readonly path: string;
	readonly method: 'get' | 'post' | 'put' | 'delete';
	readonly id: string;
	readonly tag: string;
	readonly summary: string;
	readonly description?: string;
	readonly parameters: readonly DescribedParameter[];
	/** Schema of the body, or several of which one it follows; absent where none is read. */
	readonly request?: Name | readonly Name[];
	/** By their status. */
	readonly answers: Readonly<Record<number, DescribedAnswer<Name>>>;
	/** Names of the ways to prove who asks, each of which will do; those of the document where absent. */
	readonly security?: readonly string[];
}

interface DescribedApi<Name extends string> {
	readonly title: string;
	readonly version: string;
	readonly summary: string;
	readonly description: string;
	/** Under which the paths stand. */
	readonly servers: readonly string[];
	readonly security: Readonly<Record<string, object>>;
	readonly schemas: Readonly<Record<Name, z.ZodType>>;
	readonly operations: readonly DescribedOperation<Name>[];
}

/** An API as OpenAPI 3.1 describes one, made of the schemas that its requests and answers follow. */
export function describeApi<Name extends string>(api: DescribedApi<Name>): object {
	const { title, version, summary, description, operations } = api;
	const license = { name: 'MIT', identifier: 'MIT' };
	return {
		openapi: '3.1.1',
		info: { title, version, summary, description, license },
		servers: api.servers.map((url) => ({ url })),
		security: Object.keys(api.security).map((name) => ({ [name]: [] })),
		tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
		paths: Object.fromEntries(
			[...Map.groupBy(operations, ({ path }) => path)].map(([path, some]) => [
				path,
				Object.fromEntries(some.map((one) => [one.method, operationObject(one)]))
			])
		),
		components: {
			schemas: Object.fromEntries(
				Object.entries<z.ZodType>(api.schemas).map(([name, schema]) => [name, jsonSchema(schema)])
			),
			securitySchemes: api.security
		}
	};
}

function operationObject<Name extends string>(operation: DescribedOperation<Name>): object {
	const { id, tag, summary, description, parameters, request, answers, security } = operation;
	return {
		operationId: id,
		tags: [tag],
		summary,
		...(description !== undefined && { description }),
		...(parameters.length > 0 && { parameters: parameters.map(parameterObject) }),
		...(request !== undefined && {
			requestBody: { required: true, ...content([request].flat()) }
		}),
		responses: Object.fromEntries(
			Object.entries(answers).map(([status, answer]) => [status, answerObject(answer)])
		),
		...(security && { security: security.map((name) => ({ [name]: [] })) })
	};
}

function parameterObject({ schema, ...facts }: DescribedParameter): object {
	return { ...facts, schema: jsonSchema(schema) };
}

function answerObject<Name extends string>(answer: DescribedAnswer<Name>): object {
	const { description, schemas, headers = {} } = answer;
	const named = Object.entries({ 'sc-request-id': REQUEST_ID, ...headers });
	return {
		description,
		headers: Object.fromEntries(
			named.map(([name, says]) => [name, { description: says, schema: { type: 'string' } }])
		),
		...(schemas.length > 0 && content(schemas))
	};
}

const REQUEST_ID = 'The id by which the log knows the request';

function content(names: readonly string[]): object {
	const refs = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
	const [only, ...others] = refs;
	const schema = others.length === 0 ? only : { anyOf: refs };
	return { content: { 'application/json': { schema } } };
}

/** Without its dialect, which is that of OpenAPI 3.1. */
export function jsonSchema(schema: z.ZodType): object {
	const written = Object.entries(z.toJSONSchema(schema, { io: 'input' }));
	return Object.fromEntries(written.filter(([key]) => key !== '$schema'));
}
