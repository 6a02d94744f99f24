import { z } from 'zod';
import { isSchema, JsonSampler, type JsonSchema } from './json-samples.ts';

const Content = z.object({ 'application/json': z.object({ schema: z.unknown() }) }).optional();
const Operation = z.object({
	parameters: z
		.array(
			z.object({
				name: z.string(),
				in: z.enum(['path', 'query', 'header']),
				required: z.boolean().default(false),
				schema: z.record(z.string(), z.unknown())
			})
		)
		.default([]),
	requestBody: z.object({ content: Content }).optional(),
	responses: z.record(z.string(), z.object({ content: Content, $ref: z.string().optional() }))
});

/** An OpenAPI file as far as requests are made and answers are judged by it. */
export const ApiFile = z.object({
	servers: z.array(z.object({ url: z.url() })).min(1),
	paths: z.record(z.string(), z.record(z.string(), Operation)),
	components: z.object({
		schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
		responses: z.record(z.string(), z.object({ content: Content })).default({})
	})
});
export type ApiFile = z.infer<typeof ApiFile>;

/** What is put where a name of the file stands, beside what follows its schema. */
export type Known = Readonly<Record<string, readonly string[]>>;

export interface ApiRequest {
	readonly api: ApiFile;
	/** As the file has it. */
	readonly template: string;
	readonly method: string;
	/** With what the file's server has before it, and with its query. */
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	/** Null where none is sent. */
	readonly body: string | null;
}

export interface ApiAnswer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
}

const BODIES = ['', '{', '[]', 'null', '"x"', '{"a":1,"a":2}', '\uFEFF{}', '{"__proto__":{}}'];
const TYPES = ['application/json', 'application/json; charset=utf-8', 'text/plain', ''];

/** Requests without an end of all operations of some APIs. */
export function* apiRequests(
	apis: readonly ApiFile[],
	known: Known,
	random: () => number
): Generator<ApiRequest> {
	const sampler = new JsonSampler(random, 0.04);
	const operations = apis.flatMap((api) =>
		Object.entries(api.paths).flatMap(([template, methods]) =>
			Object.entries(methods).map(([method, operation]) => ({ api, template, method, operation }))
		)
	);
	const written = (name: string, schema: JsonSchema) => {
		const own = known[name] ?? [];
		if (own.length > 0 && random() < 0.9) return sampler.pick(own);
		const value = sampler.sample(schema);
		return typeof value === 'string' ? value : JSON.stringify(value);
	};
	for (;;) {
		const { api, template, method, operation } = sampler.pick(operations);
		const url = new URL(api.servers[0]?.url ?? '');
		let path = url.pathname.replace(/\/$/, '') + template;
		const query: string[] = [];
		const tokens = known[`authorization ${url.pathname}`] ?? known.authorization ?? [];
		const headers: Record<string, string> = { authorization: sampler.pick(tokens) };
		for (const { name, in: where, required, schema } of operation.parameters) {
			const value = written(name, schema);
			if (where === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value) || 'x');
			else if (!required && random() < 0.4) continue;
			else if (where === 'query')
				query.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
			else headers[name] = value.replaceAll(/[^\x20-\x7e]/g, '').trim();
		}
		if (query.length > 0) path += `?${query.join('&')}`;
		const schema = operation.requestBody?.content?.['application/json'].schema;
		let body: string | null = null;
		if (method !== 'get' && (schema !== undefined || random() < 0.2)) {
			headers['content-type'] = random() < 0.95 ? 'application/json' : sampler.pick(TYPES);
			const follows = isSchema(schema) ? resolved(api, schema) : {};
			body = random() < 0.93 ? JSON.stringify(sampler.sample(follows)) : sampler.pick(BODIES);
		}
		yield { api, template, method: method.toUpperCase(), path, headers, body };
	}
}

/** What is wrong with an answer; null where nothing is. */
export function faultOf(request: ApiRequest, { status, headers, text }: ApiAnswer): string | null {
	if (status >= 500 && status !== 501) return 'A fault of the server.';
	if (/<(?:!doctype|html)|(?:\n|\\n)\s+at /i.test(text)) return 'HTML or a stack.';
	if (!z.uuid().safeParse(headers.get('sc-request-id')).success) return 'No request id.';
	const operation = request.api.paths[request.template]?.[request.method.toLowerCase()];
	const response = operation?.responses[status];
	if (!response) return 'A status that is not described.';
	const { api } = request;
	const [, shared] = /^#\/components\/responses\/(.*)$/.exec(response.$ref ?? '') ?? [];
	const { content } = shared === undefined ? response : (api.components.responses[shared] ?? {});
	if (!content) return text === '' ? null : 'A body where none is described.';
	if (!headers.get('content-type')?.startsWith('application/json')) return 'No JSON by its type.';
	const { schema } = content['application/json'];
	if (!isSchema(schema)) return 'No schema.';
	const read = checkerOf(api, schema).safeParse(JSON.parse(text));
	return read.success ? null : `Not as described: ${read.error.message}`;
}

const checkers = new WeakMap<JsonSchema, z.ZodType>();

/** Made of the file alone, and of none of the schemas that the server has. */
function checkerOf(api: ApiFile, schema: JsonSchema): z.ZodType {
	const before = checkers.get(schema);
	if (before) return before;
	const checker = z.fromJSONSchema(resolved(api, schema));
	checkers.set(schema, checker);
	return checker;
}

function resolved(api: ApiFile, schema: JsonSchema): JsonSchema {
	if (Array.isArray(schema.anyOf)) {
		return { anyOf: schema.anyOf.filter(isSchema).map((one) => resolved(api, one)) };
	}
	const [, name = ''] = /^#\/components\/schemas\/(.*)$/.exec(String(schema.$ref)) ?? [];
	return api.components.schemas[name] ?? schema;
}
