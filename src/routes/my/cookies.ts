import { BROWSER_KNOWN } from '#lib/owners/known-browser.ts';
import { OWNER_SESSION } from '#lib/owners/owner-session.ts';
import { CODE_LIFE } from '#lib/owners/sign-in-code.ts';
import { isRandomSecret } from '#lib/server/digest.ts';
import type { RequestEvent } from '@sveltejs/kit';

type Event = Pick<RequestEvent, 'cookies' | 'url'>;

/** Each lasts no longer than what it stands for. */
const MILLISECONDS = {
	owner: OWNER_SESSION.longest,
	owner_code: CODE_LIFE,
	/** By what the browser is known for the address that it signed in to last. */
	owner_known: BROWSER_KNOWN
} as const;
type Name = keyof typeof MILLISECONDS;

const isSecure = ({ url }: Event) => url.protocol === 'https:';

/** `__Host-` binds a cookie to this very host, which browsers only allow over https. */
const nameFor = (event: Event, name: Name) => (isSecure(event) ? `__Host-${name}` : name);

const optionsFor = (event: Event) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(event) }) as const;

/** The secret in one of the cookies; undefined where there is none of ours. */
export function secretIn(event: Event, name: Name): string | undefined {
	const value = event.cookies.get(nameFor(event, name));
	return value !== undefined && isOurs(name, value) ? value : undefined;
}

/** What is known is proved by what stands in it. */
const isOurs = (name: Name, value: string) => name === 'owner_known' || isRandomSecret(value);

export function giveSecret(event: Event, name: Name, secret: string): void {
	const maxAge = MILLISECONDS[name] / 1000;
	event.cookies.set(nameFor(event, name), secret, { ...optionsFor(event), maxAge });
}

export function takeSecret(event: Event, name: Name): void {
	event.cookies.delete(nameFor(event, name), optionsFor(event));
}
