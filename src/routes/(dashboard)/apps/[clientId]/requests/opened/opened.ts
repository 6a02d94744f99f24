import { WHOLE_BODY } from '#lib/access/recorded.ts';
import type { WholeRequest } from '#lib/server/recorder/list-requests.ts';
import { STATUS_CODES } from 'node:http';
import { formatRehearsal } from '../../../../../rehearsal-time.ts';
import * as words from '../words.en.ts';
import { curlOf } from './curl.ts';
import { toneOf } from '../tone.ts';
import { shownBody } from './shown-body.ts';
import { wayOutOf } from './way-out.ts';

/** An opened request as its page shows it. */
export function openedRequest(
	request: WholeRequest,
	origin: string,
	asks: Parameters<typeof wayOutOf>[1]
) {
	const { asked, answered, unreadHeaders, unreadFields, status } = request;
	const unread = new Set(unreadHeaders);
	const type = asked.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
	const isForm = type.includes('form') || (asked.body !== null && /^[\w.%+-]+=/.test(asked.body));
	const started = asked.body === null ? null : shownBody(asked.body, isForm, unreadFields);
	const ended = answered.body === null ? null : shownBody(answered.body, false, []);
	return {
		id: request.id,
		wayOut: wayOutOf(request, asks),
		line: `${request.method} ${request.path}`,
		asked: {
			headers: asked.headers.map(([name, value]) => ({ name, value, unread: unread.has(name) })),
			body: started,
			left: leftOf(request, started !== null)
		},
		answered: {
			line: status === 0 ? words.noAnswer : `${status} ${STATUS_CODES[status] ?? ''}`.trim(),
			tone: toneOf(status),
			within: words.within(request.duration.toFixed(request.duration < 10 ? 1 : 0)),
			headers: answered.headers.map(([name, value]) => ({ name, value, unread: false })),
			body: ended,
			left: answered.cut === 0 ? '' : ended ? words.cut(answered.cut) : words.streamed(answered.cut)
		},
		vehicle: request.vehicle && vehicleState(request.vehicle, request.at),
		curl: curlOf(origin, { ...asked, method: request.method, path: request.path })
	};
}

function leftOf({ asked, unreadFields }: WholeRequest, isShown: boolean): string {
	if (asked.cut === 0) return '';
	if (unreadFields.includes(WHOLE_BODY)) return words.bodyUnread(asked.cut);
	return isShown ? words.cut(asked.cut) : words.notKept(asked.cut);
}

function vehicleState(state: NonNullable<WholeRequest['vehicle']>, at: number): string {
	const parts = [
		state.online ? '' : words.offline,
		state.asleep ? words.asleep : words.awake,
		state.driving ? words.driving : words.parked,
		state.pluggedIn ? words.pluggedIn : words.unplugged,
		state.charging ? words.charging : '',
		state.charge === null ? '' : words.at(String(Math.round(state.charge * 10) / 10))
	];
	return words.answeredAs(
		parts.filter((part) => part !== ''),
		formatRehearsal(at).seconds
	);
}
