import { WHOLE_BODY } from '#lib/access/recorded.ts';
import type { RecordedSides } from '../db/recorder-schema.ts';
import { askedVehicle } from './asked-vehicle.ts';
import type { Exchange } from './exchange.ts';
import { parsed, shownAnswer, shownRequest, type ShownBody } from './shown-body.ts';
import { toldError } from './told-error.ts';
import { unreadFields, unreadHeaders } from './unread.ts';
import { Veil } from './veil.ts';

/** Characters of an address that are kept. */
const MOST_OF_PATH = 2000;

/**
 * A request as it is written down, but for when it was by the rehearsal and by whom.
 *
 * @param isOfMany whether more came with it, and after it, than anybody reads
 */
export function requestRow(exchange: Exchange, isOfMany = false) {
	const { envelope, dialect, asked, answered, needed } = exchange;
	const veil = new Veil();
	const sent = headersOf(asked.headers);
	const shown = sent.map(([name, value]) => [name, veil.header(name, value)] as const);
	const address = veil.path(exchange.url);
	const announced = Number(sent.find(([name]) => name === 'content-length')?.[1] ?? 0) || 0;
	const request = shownRequest(veil, asked.body, announced);
	const answer = shownAnswer(veil, answered.body, {
		givesTokens: dialect === 'oauth',
		isOfMany
	});
	const over = ([name, value]: readonly [string, string]): [string, string] => [
		veil.over(name),
		veil.over(value)
	];
	const wentWell = answered.status > 0 && answered.status < 400;
	const { items = [], permissions = [], missing = [] } = needed ?? {};
	const sides: RecordedSides = {
		asked: { headers: shown.map(over), ...request },
		answered: {
			headers: Object.entries(answered.headers).map(over),
			body: answer.body,
			cut: answer.cut + answered.streamed
		},
		unreadHeaders: unreadHeaders(
			sent.map(([name]) => name),
			asked.readHeaders,
			wentWell
		).map((name) => veil.over(name)),
		unreadFields: unreadOf(exchange, request).map((name) => veil.over(name)),
		items,
		missing,
		vehicle: needed && askedVehicle(needed.life)
	};
	return {
		machineAt: exchange.machineAt,
		requestId: envelope.id,
		method: veil.over(exchange.method),
		path: veil.over(address).slice(0, MOST_OF_PATH),
		route: envelope.route ?? null,
		status: answered.status,
		duration: Math.round(exchange.duration * 1000),
		vehicleId: needed?.vehicleId ?? null,
		connectionId: needed?.connectionId ?? null,
		permissions: permissions.length === 0 ? '' : ` ${permissions.join(' ')} `,
		error: toldError(answered.status, answered.body),
		fault: envelope.fault?.name ?? null,
		faultRuleId: envelope.fault?.ruleId ?? null,
		sides
	};
}

function headersOf(headers: Exchange['asked']['headers']): readonly (readonly [string, string])[] {
	const found: [string, string][] = [];
	headers.forEach((value, name) => found.push([name, value]));
	return found;
}

/** All of a body has no name. */
function unreadOf({ asked }: Exchange, { body, cut }: ShownBody): readonly string[] {
	if (asked.body === null) return cut > 0 ? [WHOLE_BODY] : [];
	return asked.read === undefined || body === null ? [] : unreadFields(fieldsOf(body), asked.read);
}

/** Once masked, a body is JSON or a form. */
function fieldsOf(body: string): unknown {
	return parsed(body) ?? Object.fromEntries(new URLSearchParams(body));
}
