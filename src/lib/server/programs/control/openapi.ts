import type { Settings } from '../../settings.ts';
import { asCaller, endpoint, unlimited } from '../endpoint.ts';
import { controlAnswer } from './answers.ts';
import { jsonSchema } from '../openapi/document.ts';
import { NAMED_SCHEMAS, type DescribedBody, type Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';

/** Of the shapes below, which stay what they are within it. */
const VERSION = '1.0.0';

/** `GET /openapi/control.json`: the control API as OpenAPI 3.1 describes one. */
export const openapi = endpoint<null, null>({
	who: () => Promise.resolve(null),
	limit: unlimited,
	permission: asCaller,
	answer: async ({ context, envelope }) =>
		controlAnswer(describeControl(context.settings), envelope.id)
});

/** Made of the schemas by which requests are read. */
export function describeControl({ origins }: Pick<Settings, 'origins'>): object {
	return {
		openapi: '3.1.1',
		info: {
			title: 'Valetkey, control API',
			version: VERSION,
			summary:
				'For scripts and CI: applications from a file, codes without a browser, time that passes when asked.',
			description:
				'Answers on a server that nobody else reaches, and asks for no credentials. A request of a page of another site is refused by its Origin. Requests here are not counted; those for tokens and data are, unless the server runs with RATE_LIMITS=off.',
			license: { name: 'MIT', identifier: 'MIT' }
		},
		servers: origins.map((url) => ({ url })),
		security: [],
		paths: Object.fromEntries(
			[...Map.groupBy(OPERATIONS, ({ path }) => path)].map(([path, operations]) => [
				path,
				Object.fromEntries(operations.map((one) => [one.method, describe(one)]))
			])
		),
		components: {
			schemas: Object.fromEntries(
				Object.entries(NAMED_SCHEMAS).map(([name, schema]) => [name, jsonSchema(schema)])
			),
			headers: {
				RequestId: {
					description: 'The id by which the log knows the request',
					schema: { type: 'string', format: 'uuid' }
				}
			},
			responses: Object.fromEntries(
				Object.entries(REFUSALS).map(([status, description]) => [
					`Refused${status}`,
					answered({ description, schemas: ['ControlRefusal'], examples: {} })
				])
			)
		}
	};
}

/** Refusals that every address has. */
export const REFUSALS = {
	403: 'A page of another site asks, or others can reach this server.',
	413: 'The body is larger than 64 kB.',
	415: 'The body is no JSON by its content-type, or it is encoded.',
	421: 'The server is not known by the name that it was asked under.',
	500: 'A fault of the server, which its log knows by the request id.',
	503: 'The database cannot do its work now; Retry-After says when to ask again.'
} as const;

function describe(operation: Operation): object {
	const { id, summary, description, parameters = [], request, answer, refusal } = operation;
	const { others = {} } = operation;
	return {
		operationId: id,
		summary,
		description,
		...(parameters.length > 0 && {
			parameters: parameters.map(({ schema, ...facts }) => ({
				...facts,
				schema: jsonSchema(schema)
			}))
		}),
		...(request && { requestBody: { required: true, ...withContent(request) } }),
		responses: {
			200: answered(answer),
			...(refusal && { 400: answered(refusal) }),
			...Object.fromEntries(
				Object.entries(others).map(([status, description]) => [
					status,
					answered({ description, schemas: ['ControlRefusal'], examples: {} })
				])
			),
			...Object.fromEntries(
				Object.keys(REFUSALS).map((status) => [
					status,
					{ $ref: `#/components/responses/Refused${status}` }
				])
			)
		}
	};
}

function answered(body: DescribedBody): object {
	const headers = { 'sc-request-id': { $ref: '#/components/headers/RequestId' } };
	return { ...withContent(body), headers };
}

function withContent({ description, schemas, examples }: DescribedBody): object {
	const refs = schemas.map((name) => ({ $ref: `#/components/schemas/${name}` }));
	const [only, ...others] = refs;
	const named = new Map(Object.entries(examples).map(([name, value]) => [name, { value }]));
	return {
		description,
		content: {
			'application/json': {
				schema: others.length === 0 ? only : { anyOf: refs },
				...(named.size > 0 && { examples: Object.fromEntries(named) })
			}
		}
	};
}
