import { OAUTH_ERROR_CODES, type OAuthErrorCode } from '#lib/connect/oauth-error.ts';
import {
	PLATFORM_ERROR_NAMES,
	platformError,
	type PlatformErrorName
} from '#lib/vehicles/call/platform-errors.ts';
import { HELD, LINE, SHAPES, WEBHOOKS, type Amount } from './kinds.ts';

/** An error of the token endpoints, told from those of the APIs. */
export type OAuthFaultName = `OAUTH:${OAuthErrorCode}`;

type LineFaultName = keyof typeof LINE;
type HeldFaultName = keyof typeof HELD;
export type ShapeFaultName = keyof typeof SHAPES;
type WebhookFaultName = keyof typeof WEBHOOKS;

/** Whatever can go wrong on purpose, by its name. */
export type Fault =
	| { readonly kind: 'error'; readonly name: PlatformErrorName; readonly amount: Amount | null }
	| { readonly kind: 'oauth'; readonly name: OAuthFaultName; readonly amount: Amount | null }
	| { readonly kind: 'line'; readonly name: LineFaultName; readonly amount: Amount | null }
	| { readonly kind: 'held'; readonly name: HeldFaultName; readonly amount: Amount }
	| { readonly kind: 'shape'; readonly name: ShapeFaultName; readonly amount: Amount | null }
	| { readonly kind: 'webhook'; readonly name: WebhookFaultName; readonly amount: Amount | null };

export type FaultName = Fault['name'];

/** How long somebody is to wait who asks too often. */
const { amount: RETRY_AFTER } = LINE.RATE_LIMIT;

const asksToWait = (name: PlatformErrorName) => platformError(name).status === 429;

/** All of them, in the order in which they are listed. */
export const FAULTS: readonly Fault[] = [
	...keysOf(LINE).map((name) => ({ kind: 'line', name, amount: LINE[name].amount }) as const),
	...keysOf(HELD).map((name) => ({ kind: 'held', name, amount: HELD[name].amount }) as const),
	...keysOf(SHAPES).map((name) => ({ kind: 'shape', name, amount: SHAPES[name].amount }) as const),
	...PLATFORM_ERROR_NAMES.map(
		(name) => ({ kind: 'error', name, amount: asksToWait(name) ? RETRY_AFTER : null }) as const
	),
	...OAUTH_ERROR_CODES.map(
		(code) => ({ kind: 'oauth', name: `OAUTH:${code}`, amount: null }) as const
	),
	...keysOf(WEBHOOKS).map(
		(name) => ({ kind: 'webhook', name, amount: WEBHOOKS[name].amount }) as const
	)
];

/** In capitals, as somebody may write them. */
const BY_NAME: ReadonlyMap<string, Fault> = new Map(
	FAULTS.map((fault) => [fault.name.toUpperCase(), fault])
);

/** The fault of a name, however its letters are written; null where none is called so. */
export function findFault(name: string): Fault | null {
	return BY_NAME.get(name.trim().toUpperCase()) ?? null;
}

/** @throws {TypeError} where none is called so */
export function faultNamed(name: FaultName): Fault {
	const fault = findFault(name);
	if (!fault) throw new TypeError(`No fault is called ${name}`);
	return fault;
}

function keysOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
	return Object.keys(table).filter((name): name is Name => Object.hasOwn(table, name));
}
