import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import { FAULT_HEADER } from '#lib/faults/asked.ts';
import type { UnitSystem } from '#lib/vehicles/api-v2/units.ts';
import { z } from 'zod';
import type { Answer } from '../answer.ts';
import { queryOf, type Call } from '../call.ts';
import { nothingAt } from '../dialect.ts';
import { endpoint, Refused, type Fault } from '../endpoint.ts';
import { answerAllowed, judgeItem } from './answer-item.ts';
import { v2Refusal } from './answers.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { findOperation } from './operations.ts';
import { wordIssue } from './order-item.ts';
import { plainJson } from '../plain-json.ts';
import { readSent } from './read-sent.ts';
import { readUnits } from './units.ts';
import { vehicleOf, type Reached } from './vehicle-of.ts';

/** Most requests of one batch; the platform's own limit is not published. */
const MAX_REQUESTS = 25;

export const BatchRequest = z.object({
	requests: z
		.array(z.object({ path: z.string().min(1).max(200) }))
		.min(1)
		.max(MAX_REQUESTS)
});

interface Batch {
	readonly vehicle: Reached;
	readonly units: UnitSystem;
	readonly paths: readonly string[];
}

/** `POST /v2.0/vehicles/{id}/batch`: several readings of one vehicle, each judged by itself. */
export const batch = endpoint<Bearer, Batch>({
	who: readBearer,
	limit: limitBearer,
	permission: async (call, bearer) => {
		const vehicle = vehicleOf(call, bearer);
		if (vehicle instanceof Refused) return vehicle;
		const units = readUnits(call);
		if (units instanceof Refused) return units;
		const sent = await readSent(call);
		const { id } = call.envelope;
		if (!sent.ok) {
			const { status, message: description } = sent;
			return new Refused(v2Refusal(id, 'VALIDATION', { status, description }));
		}
		const read = BatchRequest.safeParse(sent.value);
		if (read.success) {
			call.envelope.bodyRead = read.data;
			return { vehicle, units, paths: read.data.requests.map(({ path }) => path) };
		}
		const detail = read.error.issues.slice(0, 1).map(wordIssue);
		return new Refused(v2Refusal(id, 'VALIDATION', { detail }));
	},
	answer: async (call, asked, fault) => {
		const responses = [];
		let spoiled: string | undefined;
		// One after the other: each counts as a call, and the last may be one too many.
		for (const path of asked.paths) {
			const answer = await answerOne(call, asked, { path, fault });
			spoiled ??= answer.headers[FAULT_HEADER];
			responses.push(answered(path, answer));
		}
		const { headers, ...batched } = plainJson({ responses }, call.envelope.id);
		return { ...batched, headers: { ...headers, ...(spoiled && { [FAULT_HEADER]: spoiled }) } };
	}
});

async function answerOne(
	call: Call,
	{ vehicle, units }: Batch,
	{ path, fault }: { readonly path: string; readonly fault: Fault }
): Promise<JsonAnswer> {
	const [written = ''] = path.split('?');
	const beneath = written.replace(/^\/+|\/+$/g, '');
	const operation = findOperation('GET', beneath);
	if (!operation) {
		const { message: description } = nothingAt(`/v2.0/vehicles/${vehicle.id}${written}`);
		return v2Refusal(call.envelope.id, 'RESOURCE_NOT_FOUND:PATH', { description });
	}
	const query = queryOf({ url: path });
	const asked = { operation, vehicle, units, query, sent: { ok: true, value: {} } } as const;
	const judged = await judgeItem(call, asked);
	if (!('kept' in judged)) return judged;
	const answer = () => answerAllowed(call, judged);
	// A header is about the whole call.
	if (call.request.headers.get(FAULT_HEADER) !== null) return answer();
	const part = { route: `/v2.0/vehicles/[vehicleId]/${beneath}`, within: call.pathname };
	const pathname = `/v2.0/vehicles/${vehicle.id}/${beneath}`;
	return asJson(await fault({ ...call, pathname, part }, answer));
}

function asJson(answer: Answer): JsonAnswer {
	if (typeof answer === 'string' || 'pieces' in answer)
		throw new TypeError('A part of a batch has a body of its own.');
	return answer;
}

/** With its headers whatever came of it: SDKs read a failing one by them. */
function answered(path: string, { status: code, headers, body }: JsonAnswer) {
	const told = Object.entries(headers).filter(
		([name]) => /^(sc-|content-type$|retry-after$)/.test(name) || name === FAULT_HEADER
	);
	const parsed: unknown = JSON.parse(body);
	return { path, code, headers: Object.fromEntries(told), body: parsed };
}
