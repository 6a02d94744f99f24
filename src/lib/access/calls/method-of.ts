import type { CatalogItem } from '../catalog/schema.ts';
import { enclosingCall, type Enclosing } from './enclosing.ts';
import type { Joined } from './joined.ts';
import type { Method } from './path-index.ts';
import type { Source } from './source.ts';

const NAMES: Readonly<Record<string, Method>> = {
	get: 'GET',
	post: 'POST',
	put: 'PUT',
	delete: 'DELETE'
};

/** `POST /path`, `-X POST` of curl; what it sends is posted. */
const IN_FRONT =
	/(?:^|[\s"'`,])(?:-X\s{0,3}|--request[\s=])?(GET|POST|PUT|DELETE)[\s"'`,]{1,6}[^\s]{0,40}$/;
const OF_CURL = /(?:-X\s{0,3}|--request[\s=]{1,3})["']?(GET|POST|PUT|DELETE)\b/;
const SENT_BY_CURL = /\bcurl\b[\s\S]*\s(?:-d|--data|--json)\b/;

/** `{ method: 'POST' }`, `.method("POST", …)`, `.POST(…)` of builders. */
const BEHIND =
	/(?:\bmethod['"]?\s{0,4}[:=(]\s{0,4}[:'"`]?(?:HttpMethod\.)?|\.)(GET|POST|PUT|DELETE)\b/i;
/** Text behind an address that still is about it. */
const NEAR = 240;

/** `request('POST', …)`, `NewRequest(http.MethodPost, …)`, `HttpMethod.POST`, `:post` */
const HANDED = /^\s{0,20}(?:["'`:]|[\w.]{0,30}Method\.?)(GET|POST|PUT|DELETE)\b/i;
/** `{ method: 'POST', url: … }`, within the same brackets. */
const FIELD =
	/[{,(]\s{0,40}(?:method|type|verb)['"]?\s{0,4}[:=]\s{0,4}(?:[:'"`]|HttpMethod\.)(GET|POST|PUT|DELETE)\b[^{}]{0,240}$/i;
/** `.method("POST").path(…)` */
const CHAINED = /\.method\(\s{0,10}["'](GET|POST|PUT|DELETE)["']\s{0,10}\)\s{0,40}\.\w{1,20}\($/i;

/** What a string says around an address. */
export interface Said {
	readonly before: string;
	readonly after: string;
}

/** By which method an address is called, as far as what stands around it says so; else it is read. */
export function methodOf({ text, code }: Source, joined: Joined, said: Said): Method {
	const found =
		methodInLine(said) ??
		callsAround(code, joined.start)
			.map((call) => methodOfCall(text, call, joined))
			.find((method) => method !== undefined) ??
		FIELD.exec(text.slice(Math.max(0, joined.start - NEAR), joined.start))?.[1] ??
		BEHIND.exec(statementBehind(text, joined))?.[1];
	return NAMES[found?.toLowerCase() ?? ''] ?? 'GET';
}

function methodInLine({ before, after }: Said): string | undefined {
	const line = before.slice(-NEAR);
	const whole = `${line} … ${after.slice(0, NEAR)}`;
	return (
		IN_FRONT.exec(line)?.[1] ??
		OF_CURL.exec(whole)?.[1] ??
		(SENT_BY_CURL.test(whole) ? 'POST' : undefined)
	);
}

/** What puts an address together stands within what calls it. */
const MOST_AROUND = 3;

function callsAround(code: string, place: number): readonly Enclosing[] {
	const calls: Enclosing[] = [];
	while (calls.length < MOST_AROUND) {
		const call = enclosingCall(code, calls.at(-1)?.start ?? place);
		if (call === null) break;
		calls.push({ ...call, start: call.start - 1 });
	}
	return calls;
}

function methodOfCall(text: string, call: Enclosing, { start }: Joined): string | undefined {
	const name = call.name.replace(/^do(?=[A-Z])/, '').toLowerCase();
	if (Object.hasOwn(NAMES, name)) return name;
	return (
		HANDED.exec(text.slice(call.start + 1, Math.min(start, call.start + NEAR)))?.[1] ??
		CHAINED.exec(text.slice(Math.max(0, call.start - NEAR), call.start + 1))?.[1]
	);
}

function statementBehind(text: string, { end, next }: Joined): string {
	const [statement = ''] = text.slice(end, Math.min(end + NEAR, next)).split(/;|\n\s*\n/, 1);
	return statement;
}

const ACTIONS = /\b(START|STOP|LOCK|UNLOCK)\b/;

/** Of the commands at one path, those that what is sent with it means; all where it does not say. */
export function meantByBody(
	items: readonly CatalogItem[],
	{ text }: Source,
	{ end, next }: Joined,
	{ after }: Said
): readonly CatalogItem[] {
	if (items.length < 2) return items;
	const [, action] = ACTIONS.exec(`${after} ${text.slice(end, Math.min(end + NEAR, next))}`) ?? [];
	const meant = items.filter(
		({ code }) => action && code.split('-').includes(action.toLowerCase())
	);
	return meant.length > 0 ? meant : items;
}
