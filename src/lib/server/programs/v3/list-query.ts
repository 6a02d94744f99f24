import { quote } from '#lib/access/characters.ts';
import { UUID } from '#lib/access/client-id.ts';
import { CONNECT_MODES } from '#lib/connect/session-data.ts';
import { z } from 'zod';
import { queryOf, type Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v3Refusal } from './answers.ts';

/** Most connections on a page. */
const MAX_PAGE_SIZE = 100;
const PAGE_SIZE = 10;

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
	'filter[vehicle.mode]': z
		.enum(CONNECT_MODES, { error: `is ${CONNECT_MODES.join(' or ')}` })
		.default('live')
		.describe('To vehicles of this mode'),
	'filter[user.externalId]': z
		.string()
		.max(200, { error: 'has at most 200 characters' })
		.optional()
		.describe('Of the owner whom the application calls so'),
	'page[number]': numberUpTo(1_000_000, 1),
	'page[size]': numberUpTo(MAX_PAGE_SIZE, PAGE_SIZE)
});

export type ConnectionsQuery = z.infer<typeof ConnectionsQuery>;

/** A name of a filter or of paging: others may stand in a query for all we know. */
const OURS = /^(?:filter|page)\[/;

export function readConnectionsQuery({
	request,
	envelope
}: Pick<Call, 'request' | 'envelope'>): ConnectionsQuery | Refused {
	const given = [...queryOf(request)].filter(([name, value]) => OURS.test(name) && value !== '');
	const read = ConnectionsQuery.safeParse(Object.fromEntries(given));
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	const refuse = (detail: string) =>
		new Refused(v3Refusal(envelope.id, 'VALIDATION:INVALID_INPUT_FORMAT', { detail }));
	if (issue?.code === 'unrecognized_keys') {
		const names = Object.keys(ConnectionsQuery.shape).join(', ');
		return refuse(`${quote(issue.keys[0] ?? '')} is no parameter of this list; it has ${names}.`);
	}
	return refuse(`${issue?.path.join('.') ?? ''} ${issue?.message ?? 'cannot be used'}.`);
}
