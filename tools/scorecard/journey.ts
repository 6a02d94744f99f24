import { randomUUID } from 'node:crypto';
import type { Client } from './dashboard.ts';
import { elementsOf, encodeFields, postForm, send, type Answer, type Fields } from './http.ts';

/** An owner's way through Connect, from the first screen on. */
export interface Journey {
	readonly origin: string;
	/** Names the browser. */
	readonly cookie: string;
	/** Path of the session: `/oauth/authorize/<id>`. */
	readonly path: string;
	/** Cookies that its steps gave, by their names; they are bound to its path. */
	readonly given: Map<string, string>;
	/** Hidden field of every form. */
	readonly token: string;
}

/** Who signs in, and to which brand. */
export interface Owner {
	readonly username: string;
	readonly make: string;
}

/** An owner whom no application knows yet. */
export function newOwner(): Owner {
	return { username: `${randomUUID()}@example.com`, make: 'AUDI' };
}

/**
 * The query of a usual Connect link, with some parameters changed. A space is `%20`, as the
 * platform writes it: in `state` a raw `+` is data.
 */
export function linkQuery({ clientId, redirectUri }: Client, changes: Fields = {}): string {
	const usual = {
		response_type: 'code',
		client_id: clientId,
		redirect_uri: redirectUri,
		scope: 'required:read_battery read_odometer',
		state: 'state-1',
		mode: 'simulated'
	};
	return encodeFields(usual, changes).toString().replaceAll('+', '%20');
}

/** Opens a Connect link, in a browser of its own unless a cookie names one. */
export function openLink(client: Client, changes: Fields = {}, cookie = ''): Promise<Answer> {
	return openQuery(client.origin, linkQuery(client, changes), cookie);
}

export function openQuery(origin: string, query: string, cookie = ''): Promise<Answer> {
	return send(`${origin}/oauth/authorize?${query}`, { headers: cookie === '' ? {} : { cookie } });
}

/** Whether a link was accepted: it leads to the first screen. */
export function isAccepted({ location }: Answer): boolean {
	return /^\/oauth\/authorize\/[\w-]+$/.test(location ?? '');
}

/** Opens a link that has to be accepted, and its first screen. */
export async function begin(client: Client, changes: Fields = {}, cookie = ''): Promise<Journey> {
	const opened = await openLink(client, changes, cookie);
	if (!isAccepted(opened)) {
		throw new Error(`The link was not accepted: ${opened.status} ${opened.location ?? ''}`);
	}
	const journey = {
		origin: client.origin,
		cookie: cookiesOf(opened)[0]?.join('=') ?? cookie,
		path: opened.location ?? '',
		given: new Map<string, string>(),
		token: ''
	};
	const { text } = await show(journey);
	const hidden = elementsOf(text, 'input').find((input) => input.get('name') === 'token');
	return { ...journey, token: hidden?.get('value') ?? '' };
}

/** Names and values of the cookies that an answer gives. */
function cookiesOf({ headers }: Answer): readonly (readonly [name: string, value: string])[] {
	return headers.getSetCookie().map((line) => {
		const [pair = ''] = line.split(';');
		const [name = '', ...value] = pair.split('=');
		return [name, value.join('=')];
	});
}

/** What the browser sends to the pages of a session. */
function cookieHeader({ cookie, given }: Journey): string {
	return [cookie, ...[...given].map((pair) => pair.join('='))].join('; ');
}

/** Shows a screen; none is the first. */
export function show(journey: Journey, screen = ''): Promise<Answer> {
	const { origin, path } = journey;
	const cookie = cookieHeader(journey);
	return send(`${origin}${path}${screen && `/${screen}`}`, { headers: { cookie } });
}

/** Sends the form of a screen, as its page does, and keeps the cookies of the answer. */
export async function step(
	journey: Journey,
	[screen, action]: readonly [screen: string, action: string],
	fields: Fields = {},
	headers: Readonly<Record<string, string>> = {}
): Promise<Answer> {
	const { origin, path, token, given } = journey;
	const answer = await postForm(
		`${origin}${path}${screen && `/${screen}`}?/${action}`,
		{ token, ...fields },
		{ cookie: cookieHeader(journey), origin, ...headers }
	);
	for (const [name, value] of cookiesOf(answer)) given.set(name, value);
	return answer;
}

/** Goes on from the first screen to the sign-in, and signs in. */
export async function signIn(journey: Journey, { username, make }: Owner): Promise<Answer> {
	await step(journey, ['', 'continue']);
	await step(journey, ['brand', 'pick'], { make });
	return step(journey, ['login', 'signIn'], { username, password: 'secret' });
}

/** Goes through a link up to the consent screen. */
export async function reachConsent(
	client: Client,
	changes: Fields = {},
	owner: Owner = newOwner()
): Promise<Journey> {
	const journey = await begin(client, changes);
	const { location } = await signIn(journey, owner);
	if (location === `${journey.path}/grant`) return journey;
	throw new Error(`The sign-in led to ${location ?? 'nowhere'} and not to the consent screen.`);
}

/** Allows what the consent screen holds, with some of its fields changed. */
export async function allow(journey: Journey, changes: Fields = {}): Promise<Answer> {
	return step(journey, ['grant', 'allow'], { ...(await consentFields(journey)), ...changes });
}

/** Permissions and vehicles that the consent screen offers. */
export async function consentFields(
	journey: Journey
): Promise<{ readonly permission: readonly string[]; readonly vehicle: readonly string[] }> {
	const { text } = await show(journey, 'grant');
	const values = (name: string) =>
		elementsOf(text, 'input')
			.filter((input) => input.get('name') === name)
			.map((input) => input.get('value') ?? '');
	return { permission: values('permission'), vehicle: values('vehicle') };
}

/** Goes the whole way of a link. @returns the query of the redirect at its end. */
export async function authorize(
	client: Client,
	changes: Fields = {},
	owner: Owner = newOwner()
): Promise<URLSearchParams> {
	return queryOf(await allow(await reachConsent(client, changes, owner)));
}

/** The query of a redirect to the application. */
export function queryOf({ location }: Answer): URLSearchParams {
	return new URL(location ?? 'none:').searchParams;
}
