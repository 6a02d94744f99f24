import type { ScopeFinding } from '../../scope.ts';
import { parameterName } from '../parameter-table.ts';
import type { ConnectParameters, ConnectPath, ParameterKey } from '../parameters.ts';
import type { NearestUri } from '../nearest-uri.ts';
import type { RedirectUriRule } from '../redirect-uri.ts';

/** `error`: the link will not work. `warning`: it will not do what it seems to. */
export type Severity = 'error' | 'warning' | 'note';

type Fault<Code extends string, Data = object> = { readonly code: Code } & Readonly<Data>;

/** What is wrong with the text of a link, before any value is judged. */
type TextFault =
	| Fault<'not-a-url' | 'text-too-long' | 'bad-percent' | 'empty-value'>
	| Fault<'unknown-path', { path: string; near: string }>
	| Fault<'no-response-type', { write: string }>
	| Fault<'control-character', { character: string }>
	| Fault<'repeated-differently', { first: string; second: string }>
	| Fault<'unknown-parameter', { name: string; near: string | null }>
	| Fault<'more-unknown-parameters', { count: number }>
	| Fault<'pkce-parameter', { name: string }>
	| Fault<'former-parameter', { name: string; write: Written | null; why: string }>
	| Fault<'other-origin', { origin: string; loopback: boolean }>
	| Fault<'link-too-long', { length: number }>;

/** A parameter as a link should write it. */
interface Written {
	readonly name: string;
	readonly value: string;
}

/** What is wrong with who asks, for what, and where the answer goes. */
type ApplicationFault =
	| Fault<'no-client-id' | 'no-code' | 'reauthentication'>
	| Fault<'machine-id' | 'client-id-form' | 'other-application', { clientId: string }>
	| Fault<'response-type', { value: string; path: ConnectPath }>
	| Fault<'vehicle-id-ignored' | 'no-vehicle-id'>
	| Fault<'vehicle-id-form', { vehicleId: string }>
	| Fault<'empty-scope'>
	| Fault<'scope-word', { fault: ScopeFinding }>
	| Fault<'no-default-redirect' | 'loopback-address'>
	/** One that is registered all the same was accepted before the rule, or before the client id changed. */
	| Fault<
			'redirect-form',
			{ rule: RedirectUriRule; clientId: string | undefined; registered: boolean }
	  >
	| Fault<'not-registered', { nearest: NearestUri | null }>;

/** What is wrong with what the owner is asked. */
type OwnerFault =
	| Fault<'no-state' | 'fixed-state'>
	| Fault<'state-too-long', { length: number }>
	| Fault<'unknown-value', { value: string; offered: readonly string[] }>
	| Fault<'old-mode' | 'not-returned' | 'same-for-all' | 'clears-external-id'>
	| Fault<'app-origin-ignored'>;

/** What is wrong with which vehicles are offered. */
type VehicleFault =
	| Fault<'unknown-make', { make: string; near: string | null }>
	| Fault<'make-form' | 'make-unconfirmed', { key: string }>
	| Fault<'make-ignored' | 'custom-plan' | 'needs-single-select' | 'simulated-vin'>
	| Fault<'vin-length', { length: number }>
	| Fault<'vin-characters', { position: number; character: string }>
	| Fault<'vin-check-digit', { found: string; expected: string; compulsory: boolean }>
	| Fault<'flag-form', { word: string }>
	| Fault<'flag-repeated' | 'flag-without-value', { flag: string }>
	| Fault<'flag-value', { flag: 'country' | 'color'; value: string }>
	| Fault<'unknown-flag', { flag: string; near: string | null }>;

/** Every fault that a link can be told to have: the code names the rule, the rest is what it saw. */
export type LinkFault = TextFault | ApplicationFault | OwnerFault | VehicleFault;

export type LinkCode = LinkFault['code'];

/** Something to say about a Connect link; `describeFault` has the words. */
export type LinkFinding = Place & LinkFault;

interface Place {
	/** Name in the URL of the parameter it is about; null when it is about the link as a whole. */
	readonly parameter: string | null;
	readonly severity: Severity;
}

/** What only an authorization endpoint sees; always an error there. */
export interface RequestFinding {
	readonly parameter: string;
	readonly code: RequestCode;
}

export type RequestCode =
	'repeated' | 'carrier' | 'pkce-without-challenge' | 'pkce-method' | 'pkce-challenge';

/** Starts a finding about one parameter of a link. */
export function findingAbout(key: ParameterKey, parameters: ConnectParameters) {
	return (severity: Severity, fault: LinkFault): LinkFinding => ({
		parameter: parameterName(key, parameters),
		severity,
		...fault
	});
}
