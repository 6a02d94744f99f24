import { quote } from '#lib/access/characters.ts';
import { UUID } from '#lib/access/client-id.ts';
import { CONNECT_MODES } from '#lib/connect/session-data.ts';
import { z } from 'zod';
import { queryOf, type Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v3Refusal } from './answers.ts';

/** Most things on a page of a list. */
const MAX_PAGE_SIZE = 100;

/** Which page, and how large one is where nothing is said. */
function pageOf(usual: number) {
	return {
		'page[number]': numberUpTo(1_000_000, 1),
		'page[size]': numberUpTo(MAX_PAGE_SIZE, usual)
	};
}

const mode = z.enum(CONNECT_MODES, { error: `is ${CONNECT_MODES.join(' or ')}` });

const flag = z
	.enum(['true', 'false'], { error: 'is true or false' })
	.transform((text) => text === 'true')
	.optional();

const text = z.string().max(200, { error: 'has at most 200 characters' }).optional();

const id = z
	.string()
	.regex(UUID, { error: 'is a UUID' })
	.transform((text) => text.toLowerCase())
	.optional();

function numberUpTo(most: number, usual: number) {
	const error = `is a whole number from 1 to ${most}`;
	return z
		.string()
		.regex(/^\d{1,9}$/, { error })
		.transform(Number)
		.refine((number) => number >= 1 && number <= most, { error })
		.default(usual);
}

/** What the query of a list of connections may say. */
export const ConnectionsQuery = z.strictObject({
	'filter[userId]': id.describe('Of this owner'),
	'filter[vehicleId]': id.describe('To this vehicle'),
	'filter[vehicle.mode]': mode.default('live').describe('To vehicles of this mode'),
	'filter[user.externalId]': text.describe('Of the owner whom the application calls so'),
	...pageOf(10)
});

export type ConnectionsQuery = z.infer<typeof ConnectionsQuery>;

/** What the query of a list of webhooks may say. */
export const WebhooksQuery = z.strictObject({
	'filter[name]': text.describe('Whose name has this in it'),
	'filter[callbackUri]': text.describe('Whose address has this in it, in any case of letters'),
	'filter[isEnabled]': flag.describe('That are on, or off'),
	'filter[autoSubscribe]': flag.describe('That are told of every vehicle, or are not'),
	...pageOf(50)
});

/** What the query of a list of subscriptions may say. */
export const SubscriptionsQuery = z.strictObject({
	'filter[userId]': id.describe('To vehicles of this owner'),
	'filter[webhookId]': id.describe('Of this webhook'),
	'filter[vehicleId]': id.describe('To this vehicle'),
	'filter[vehicle.mode]': mode.optional().describe('To vehicles of this mode'),
	...pageOf(25)
});

/** The filters of a query, as the links of a page repeat them. */
export function appliedFilters(
	query: Readonly<Record<string, string | number | boolean | undefined>>
): readonly (readonly [string, string])[] {
	return Object.entries(query).flatMap(([name, value]) =>
		name.startsWith('filter[') && value !== undefined ? [[name, String(value)] as const] : []
	);
}

/** A name of a filter or of paging: others may stand in a query for all we know. */
const OURS = /^(?:filter|page)\[/;

/** What the query of a list says, or the refusal that names what is wrong with it. */
export function readListQuery<Shape extends z.ZodRawShape>(
	{ request, envelope }: Pick<Call, 'request' | 'envelope'>,
	schema: z.ZodObject<Shape>
): z.output<z.ZodObject<Shape>> | Refused {
	const given = [...queryOf(request)].filter(([name, value]) => OURS.test(name) && value !== '');
	const read = schema.safeParse(Object.fromEntries(given));
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	const refuse = (detail: string) =>
		new Refused(v3Refusal(envelope.id, 'VALIDATION:INVALID_INPUT_FORMAT', { detail }));
	if (issue?.code === 'unrecognized_keys') {
		const names = Object.keys(schema.shape).join(', ');
		return refuse(`${quote(issue.keys[0] ?? '')} is no parameter of this list; it has ${names}.`);
	}
	return refuse(`${issue?.path.join('.') ?? ''} ${issue?.message ?? 'cannot be used'}.`);
}
