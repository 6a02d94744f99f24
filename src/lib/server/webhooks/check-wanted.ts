import { nearest } from '#lib/access/nearest.ts';
import { isSignalCode, SIGNALS, type SignalCode } from '#lib/vehicles/signals/signals.ts';
import { readCallbackUri, type CallbackUriFault } from '#lib/webhooks/callback-uri.ts';
import { checkName, type NameRefusal } from '../applications/application-name.ts';
import { refuse, type Refused } from '../outcome.ts';

/** A webhook as somebody wants it. */
export interface WantedWebhook {
	readonly name: string;
	readonly callbackUri: string;
	/** Where errors go; null for where everything goes. */
	readonly errorUri: string | null;
	readonly triggers: readonly string[];
	readonly signals: readonly string[];
	readonly autoSubscribe: boolean;
}

type UriField = 'callbackUri' | 'errorUri';
type CodesField = 'triggers' | 'signals';

export type WantedRefusal =
	| NameRefusal
	| {
			readonly code: 'uri-unfit';
			readonly field: UriField;
			readonly data: { readonly fault: CallbackUriFault };
	  }
	| { readonly code: 'nothing-chosen'; readonly field: CodesField }
	| {
			readonly code: 'unknown-signal';
			readonly field: CodesField;
			readonly data: {
				readonly index: number;
				readonly signal: string;
				/** What may be meant; null where nothing is near. */
				readonly near: string | null;
			};
	  };

/** What may be stored of it. */
export interface CheckedWebhook extends WantedWebhook {
	readonly triggers: readonly SignalCode[];
	readonly signals: readonly SignalCode[];
}

export function checkWanted(
	wanted: WantedWebhook
): { readonly ok: true; readonly webhook: CheckedWebhook } | Refused<WantedRefusal> {
	const named = checkName(wanted.name);
	if (!named.ok) return named;
	const callbackUri = wanted.callbackUri.trim();
	const errorUri = wanted.errorUri?.trim() || null;
	for (const [field, uri] of [
		['callbackUri', callbackUri],
		['errorUri', errorUri]
	] as const) {
		const read = uri === null ? null : readCallbackUri(uri);
		if (read && !read.ok) return refuse({ code: 'uri-unfit', field, data: { fault: read.fault } });
	}
	const triggers = checkCodes('triggers', wanted.triggers);
	if (!triggers.ok) return triggers;
	const signals = checkCodes('signals', wanted.signals);
	if (!signals.ok) return signals;
	const { autoSubscribe } = wanted;
	const chosen = { triggers: triggers.codes, signals: signals.codes };
	return {
		ok: true,
		webhook: { name: named.name, callbackUri, errorUri, ...chosen, autoSubscribe }
	};
}

function checkCodes(
	field: CodesField,
	wanted: readonly string[]
): { readonly ok: true; readonly codes: readonly SignalCode[] } | Refused<WantedRefusal> {
	const codes = wanted.filter(isSignalCode);
	if (codes.length < wanted.length) {
		const index = wanted.findIndex((code) => !isSignalCode(code));
		const signal = wanted[index] ?? '';
		const near = nearest(signal, Object.keys(SIGNALS));
		return refuse({ code: 'unknown-signal', field, data: { index, signal, near } });
	}
	if (codes.length === 0) return refuse({ code: 'nothing-chosen', field });
	return { ok: true, codes: [...new Set(codes)] };
}
