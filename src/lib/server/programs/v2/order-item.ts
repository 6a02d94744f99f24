import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import type { Refusal } from '#lib/vehicles/events/refusal.ts';
import { orderError } from '#lib/vehicles/call/order-error.ts';
import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { CallTarget } from '../vehicle-call.ts';
import { detailOf } from '../refusal-detail.ts';
import { orderCalled } from '../vehicle-order.ts';
import { v2Refusal } from './answers.ts';
import { vehicleAnswer } from './vehicle-answer.ts';

/** The parameters of a command, or why there are none to be had. */
export type Sent =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly status: number; readonly message: string };

/** What every command answers once it is done. */
const DONE = { status: 'success', message: 'Successfully sent request to vehicle' };

export function isCommand({ code }: Pick<CatalogItem, 'code'>): boolean {
	return Object.hasOwn(COMMANDS, code);
}

/** Of the commands at one path, the one that what was sent means; else the first. */
export function itemFor(items: readonly [CatalogItem, ...CatalogItem[]], sent: Sent): CatalogItem {
	const meant = items.find(
		({ code }) => sent.ok && COMMANDS[code]?.parameters.safeParse(sent.value).success
	);
	return meant ?? items[0];
}

/** Gives a vehicle a command that its application may give it. */
export async function orderItem(
	{ context, envelope }: Pick<Call, 'context' | 'envelope'>,
	{ code }: CatalogItem,
	target: Pick<CallTarget, 'connectionId' | 'vehicleId'>,
	sent: Sent
): Promise<JsonAnswer> {
	if (!sent.ok) {
		const { status, message: description } = sent;
		return v2Refusal(envelope.id, 'VALIDATION', { status, description });
	}
	const read = COMMANDS[code]?.parameters.safeParse(sent.value);
	envelope.bodyRead = read?.data;
	const problem = read?.error?.issues[0];
	if (problem) return v2Refusal(envelope.id, 'VALIDATION', { detail: [wordIssue(problem)] });
	const ordered = await orderCalled(context, target, code, sent.value);
	if (ordered.kind === 'disconnected') return v2Refusal(envelope.id, 'PERMISSION');
	if (ordered.kind === 'deleted') {
		return v2Refusal(envelope.id, 'CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING');
	}
	const { outcome } = ordered;
	switch (outcome.kind) {
		case 'changed':
			return vehicleAnswer(envelope.id, DONE, {});
		case 'not-valid':
			return v2Refusal(envelope.id, 'VALIDATION');
		case 'refused':
			return refuseOrder(envelope.id, outcome.refusal);
	}
}

/** What no error of the platform names is a matter of what was sent. */
function refuseOrder(requestId: string, refusal: Refusal): JsonAnswer {
	const name = orderError(refusal, 'v2');
	const description = detailOf(refusal);
	if (name !== 'VALIDATION') {
		return v2Refusal(requestId, name, description === undefined ? {} : { description });
	}
	const message = `The vehicle refuses with ${refusal}.`;
	return v2Refusal(requestId, 'VALIDATION', { detail: [{ field: 'body', message }] });
}

/** What is wrong with a field of what was sent. */
export function wordIssue({ path, message }: z.core.$ZodIssue) {
	return { field: path.map(String).join('.') || 'body', message: `${message}.` };
}
