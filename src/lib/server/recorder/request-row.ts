import { WHOLE_BODY } from '#lib/access/recorded.ts';
import type { RecordedSides } from '../db/recorder-schema.ts';
import { askedVehicle } from './asked-vehicle.ts';
import { splitHeaders, type Exchange } from './exchange.ts';
import { parsed, shownAnswer, shownRequest, type ShownBody } from './shown-body.ts';
import { toldError } from './told-error.ts';
import { unreadFields, unreadHeaders } from './unread.ts';
import { Veil } from './veil.ts';

/** Characters of an address that are kept. */
const MOST_OF_PATH = 2000;

/** A request as it is written down, but for when it was by the rehearsal and by whom. */
export function requestRow(exchange: Exchange) {
	const { fault, needed, status } = exchange;
	const veil = new Veil();
	const sent = splitHeaders(exchange.headers);
	const shown = sent.map(([name, value]) => [name, veil.header(name, value)] as const);
	const address = veil.path(exchange.url);
	const announced = Number(sent.find(([name]) => name === 'content-length')?.[1] ?? 0) || 0;
	const request = shownRequest(veil, exchange.body, announced);
	const answer = shownAnswer(veil, exchange);
	const over = ([name, value]: readonly [string, string]): [string, string] => [
		veil.over(name),
		veil.over(value)
	];
	const wentWell = status > 0 && status < 400;
	const { items = '', permissions = '', missing = '' } = needed ?? {};
	const sides: RecordedSides = {
		asked: { headers: shown.map(over), ...request },
		answered: {
			headers: Object.entries(exchange.answerHeaders).map(over),
			...answer
		},
		unreadHeaders: unreadHeaders(
			sent.map(([name]) => name),
			exchange.readHeaders,
			wentWell
		).map((name) => veil.over(name)),
		unreadFields: unreadOf(exchange, request).map((name) => veil.over(name)),
		items: namesIn(items),
		missing: namesIn(missing),
		vehicle: needed && askedVehicle(needed.life)
	};
	return {
		machineAt: exchange.machineAt,
		requestId: exchange.id,
		method: veil.over(exchange.method),
		path: veil.over(address).slice(0, MOST_OF_PATH),
		route: exchange.route ?? null,
		status,
		duration: Math.round(exchange.duration * 1000),
		vehicleId: needed?.vehicleId ?? null,
		connectionId: needed?.connectionId ?? null,
		permissions: permissions === '' ? '' : ` ${permissions} `,
		error: toldError(status, exchange.answer),
		fault: fault?.name ?? null,
		faultRuleId: fault?.ruleId ?? null,
		sides
	};
}

function namesIn(text: string): readonly string[] {
	return text === '' ? [] : text.split(' ');
}

/** All of a body has no name. */
function unreadOf(exchange: Exchange, { body, cut }: ShownBody): readonly string[] {
	const { read } = exchange;
	if (exchange.body === null) return cut > 0 ? [WHOLE_BODY] : [];
	return read === undefined || body === null ? [] : unreadFields(fieldsOf(body), read);
}

/** Once masked, a body is JSON or a form. */
function fieldsOf(body: string): unknown {
	return parsed(body) ?? Object.fromEntries(new URLSearchParams(body));
}
