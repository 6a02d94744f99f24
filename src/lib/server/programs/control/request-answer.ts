import { UUID } from '#lib/access/client-id.ts';
import { MOST_REQUESTS } from '#lib/access/recorded.ts';
import { z } from 'zod';

/** What is written in the place of a client id for requests that named none. */
export const NOBODY = 'none';

/** Requests of one answer. */
export const MOST_REQUESTS_LISTED = MOST_REQUESTS;

const Side = z.strictObject({
	headers: z
		.record(z.string(), z.union([z.string(), z.array(z.string()).min(2)]))
		.describe('By their names in small letters; a list where one came more than once'),
	body: z
		.string()
		.nullable()
		.describe('Masked, and up to 16 KB; null where there was none, or none that could be kept'),
	cut: z.int().nonnegative().describe('Bytes of the body that are not kept')
});

const RecordedRequest = z.strictObject({
	id: z.int().positive().describe('Counts up; to be sent as after for those that follow'),
	clientId: z.string().regex(UUID).nullable().describe('Null where the request named nobody known'),
	at: z.iso.datetime().describe('By the rehearsal'),
	durationMs: z.number().nonnegative(),
	requestId: z.string().describe('As in the header sc-request-id and in the log'),
	method: z.string(),
	path: z.string().describe('With its query'),
	route: z.string().nullable().describe('With [name] for what varies; null where nothing is there'),
	status: z.int().nonnegative().describe('0 where the connection was cut instead'),
	error: z.string().nullable().describe('TYPE:CODE of the platform, or the error of OAuth 2.0'),
	vehicleId: z.string().nullable().describe('Of GET /sandbox/api/vehicles'),
	connectionId: z.string().nullable(),
	items: z.array(z.string()).describe('Codes of the catalog that it asked for'),
	permissions: z.array(z.string()).describe('What these need'),
	missing: z.array(z.string()).describe('What of it was not granted'),
	vehicle: z
		.strictObject({
			asleep: z.boolean(),
			online: z.boolean(),
			driving: z.boolean(),
			pluggedIn: z.boolean(),
			charging: z.boolean(),
			locked: z.boolean(),
			charge: z.number().nullable().describe('Percent of its battery')
		})
		.nullable()
		.describe('What it was when it was asked; null where none was'),
	fault: z
		.strictObject({
			name: z.string(),
			ruleId: z.string().nullable().describe('Null where the request itself asked for it')
		})
		.nullable()
		.describe('What went wrong on purpose'),
	request: Side,
	answer: Side,
	unread: z
		.strictObject({ headers: z.array(z.string()), fields: z.array(z.string()) })
		.describe('What came and nobody looked at; an empty name among the fields for the whole body')
});

/** What programs asked. */
export const RequestsAnswer = z.strictObject({ requests: z.array(RecordedRequest) });
