import { z } from 'zod';

const text = z.string().default('');
const Named = z.record(z.string(), z.unknown());

const Ref = z.looseObject({ $ref: z.string().optional() });

const Body = z.looseObject({
	$ref: z.string().optional(),
	description: text,
	headers: z.record(z.string(), z.looseObject({ description: text })).default({}),
	content: z
		.record(
			z.string(),
			z.looseObject({ schema: z.looseObject({ ...Ref.shape, anyOf: z.array(Ref).optional() }) })
		)
		.default({})
});

const Operation = z.looseObject({
	operationId: z.string(),
	tags: z.array(z.string()).default([]),
	summary: text,
	description: text,
	parameters: z
		.array(
			z.looseObject({
				name: z.string(),
				in: z.string(),
				required: z.boolean().default(false),
				description: text,
				schema: Named.default({})
			})
		)
		.default([]),
	requestBody: Body.optional(),
	responses: z.record(z.string(), Body)
});

const Document = z.looseObject({
	info: z.looseObject({ title: z.string(), summary: text, description: text }),
	servers: z.array(z.object({ url: z.string() })).default([]),
	paths: z.record(z.string(), z.record(z.string(), Operation)),
	components: z.looseObject({
		schemas: Named.default({}),
		responses: z.record(z.string(), Body).default({})
	})
});

type Document = z.infer<typeof Document>;
type Body = z.infer<typeof Body>;

/** A body as the page shows it: what it is, and the schemas that it may follow. */
function bodyView(body: Body, { components }: Document) {
	const name = body.$ref?.replace('#/components/responses/', '');
	const { description, headers, content } = (name && components.responses[name]) || body;
	const refs = Object.values(content).flatMap(({ schema }) => schema.anyOf ?? [schema]);
	return {
		description,
		schemas: refs.flatMap(({ $ref }) => $ref?.replace('#/components/schemas/', '') ?? []),
		headers: Object.entries(headers).map(([header, facts]) => ({
			name: header,
			description: facts.description
		}))
	};
}

function operationView(
	path: string,
	method: string,
	operation: Document['paths'][string][string],
	document: Document
) {
	const { operationId: id, summary, description, requestBody } = operation;
	return {
		id,
		method: method.toUpperCase(),
		path,
		summary,
		description,
		tag: operation.tags[0] ?? '',
		parameters: operation.parameters.map(({ schema, ...facts }) => ({
			name: facts.name,
			place: facts.in,
			required: facts.required,
			description: facts.description,
			schema: JSON.stringify(schema)
		})),
		request: requestBody ? bodyView(requestBody, document).schemas : [],
		answers: Object.entries(operation.responses).map(([status, body]) => ({
			status,
			...bodyView(body, document)
		}))
	};
}

/** What the page shows of an OpenAPI document. */
export function apiView(document: object) {
	const read = Document.parse(document);
	const operations = Object.entries(read.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) =>
			operationView(path, method, operation, read)
		)
	);
	const { title, summary, description } = read.info;
	return {
		title,
		summary,
		description,
		servers: read.servers.map(({ url }) => url),
		groups: [...Map.groupBy(operations, ({ tag }) => tag)].map(([tag, some]) => ({
			tag,
			operations: some
		})),
		schemas: Object.entries(read.components.schemas).map(([name, schema]) => ({
			name,
			text: JSON.stringify(schema, null, 2)
		}))
	};
}

type ApiView = ReturnType<typeof apiView>;
export type OperationView = ApiView['groups'][number]['operations'][number];
