import { z } from 'zod';

/** An answer with its body read. */
export interface ToldAnswer {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
}

const Fields = z.record(z.string(), z.unknown());
const Resource = z.looseObject({
	type: z.enum(['signal', 'vehicle']),
	attributes: Fields,
	meta: Fields.optional()
});
const Wrapped = z.looseObject({ data: z.union([Resource, z.array(Resource)]) });
const Batch = z.looseObject({
	responses: z.array(
		z.looseObject({ code: z.int(), headers: z.record(z.string(), z.string()), body: z.unknown() })
	)
});
const DATA_AGE = 'sc-data-age';

type Resource = z.infer<typeof Resource>;

/** Signals of which nothing has arrived: the list of them, with nothing in it. */
export function emptied(body: unknown): unknown {
	const { success, data } = z
		.looseObject({ data: z.array(z.unknown()), meta: Fields })
		.safeParse(body);
	return success ? { ...data, data: [], meta: { ...data.meta, totalCount: 0, pageSize: 0 } } : body;
}

/** The same said by the vehicle that much earlier. */
export function aged({ headers, body }: ToldAnswer, by: number): ToldAnswer {
	const earlier = (signal: Resource) =>
		signal.meta?.oemUpdatedAt === undefined
			? signal
			: { ...signal, meta: { ...signal.meta, oemUpdatedAt: before(signal.meta.oemUpdatedAt, by) } };
	return {
		headers: agedHeaders(headers, by),
		body: withParts(withResources(body, earlier), (part) => ({
			...part,
			headers: agedHeaders(part.headers, by)
		}))
	};
}

/** The same with half of what the vehicle tells. */
export function halved({ headers, body }: ToldAnswer): ToldAnswer {
	const parts = withParts(body, (part) =>
		part.code < 400 ? { ...part, body: halfOf(part.body) } : part
	);
	if (parts !== body) return { headers, body: parts };
	const resources = withResources(body, halfResource);
	return { headers, body: resources === body ? halfOf(body) : resources };
}

function halfResource(resource: Resource): Resource {
	const { type, attributes } = resource;
	if (type === 'vehicle') {
		// As vehicles are told that nobody has looked up.
		const known = Object.entries(attributes).filter(([name]) => name !== 'model');
		const nothing = 'powertrainType' in attributes ? { powertrainType: null } : {};
		return { ...resource, attributes: { ...Object.fromEntries(known), ...nothing } };
	}
	if (attributes.body === undefined) return resource;
	return { ...resource, attributes: { ...attributes, body: halfOf(attributes.body) } };
}

/** Without the first of every two fields; what has one alone has null there. */
function halfOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(halfOf);
	const { success, data } = Fields.safeParse(value);
	if (!success) return value;
	const fields = Object.entries(data);
	if (fields.length === 1) return Object.fromEntries(fields.map(([name]) => [name, null]));
	return Object.fromEntries(fields.filter((_field, index) => index % 2 === 1));
}

/** Signals and vehicles of API v3, alone or in a list, wrapped or bare as in 2025. */
function withResources(body: unknown, change: (resource: Resource) => Resource): unknown {
	const wrapped = Wrapped.safeParse(body);
	if (wrapped.success) {
		const { data } = wrapped.data;
		return { ...wrapped.data, data: Array.isArray(data) ? data.map(change) : change(data) };
	}
	const bare = Resource.safeParse(body);
	return bare.success ? change(bare.data) : body;
}

/** The parts of a batch. */
function withParts(
	body: unknown,
	change: (part: z.infer<typeof Batch>['responses'][number]) => object
): unknown {
	const { success, data } = Batch.safeParse(body);
	return success ? { ...data, responses: data.responses.map(change) } : body;
}

function agedHeaders(headers: Readonly<Record<string, string>>, by: number) {
	const age = headers[DATA_AGE];
	return age === undefined ? headers : { ...headers, [DATA_AGE]: String(before(age, by)) };
}

/** A time as it is written, that much earlier: as text, or as a number in 2025. */
function before(time: unknown, by: number): unknown {
	if (typeof time === 'number') return time - by;
	return typeof time === 'string' ? new Date(Date.parse(time) - by).toISOString() : time;
}
