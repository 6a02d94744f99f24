/** What a parameter that is left out of a link stands for; an SDK may write it out. */
const IMPLIED: Readonly<Record<string, string>> = {
	approval_prompt: 'auto',
	mode: 'live',
	single_select: 'false'
};

/** The modes that the SDKs accept; any other makes them throw. */
const SDK_MODES = new Set(['live', 'simulated', 'test']);

export type Parameters = ReadonlyMap<string, string>;

/** A link in the terms of the SDKs, as far as these can express it. */
export interface SdkCall {
	readonly id: string;
	readonly redirectUri: string | null;
	readonly mode: string;
	/** Null where the link carries no scope. */
	readonly scope: readonly string[] | null;
	readonly forcePrompt: boolean;
	readonly state: string | null;
	readonly make: string | null;
	readonly singleSelect: { readonly vin: string } | { readonly enabled: true } | null;
	readonly flags: readonly (readonly [name: string, value: string])[];
	readonly user: string | null;
	/** Whether a code comes back that is exchanged for tokens. */
	readonly endsWithCode: boolean;
	/** The parameters that the Node SDK writes for this call. */
	readonly written: ReadonlyMap<string, string>;
}

/** The parameters of a link of our own, decoded. */
export function parametersOf(link: string): Parameters {
	return new Map(new URL(link).searchParams);
}

export function endsWithCode(parameters: Parameters): boolean {
	return parameters.get('response_type') !== 'none';
}

/** Whether a parameter holds the client id, which a snippet takes from the environment. */
export function isIdName(name: string): boolean {
	return name === 'client_id' || name === 'application_id';
}

export function sdkCall(parameters: Parameters): SdkCall {
	const get = (name: string) => parameters.get(name) || null;
	const mode = get('mode') ?? 'live';
	const single = get('single_select') === 'true';
	const vin = single ? get('single_select_vin') : null;
	const call = {
		id: get('client_id') ?? get('application_id') ?? '',
		redirectUri: get('redirect_uri'),
		mode: SDK_MODES.has(mode) ? mode : 'live',
		scope: get('scope')?.split(' ') ?? null,
		forcePrompt: get('approval_prompt') === 'force',
		state: get('state'),
		make: get('make'),
		singleSelect: vin ? { vin } : single ? ({ enabled: true } as const) : null,
		flags: flagPairs(get('flags') ?? ''),
		user: get('user'),
		endsWithCode: endsWithCode(parameters)
	};
	return { ...call, written: written(call) };
}

function written(call: Omit<SdkCall, 'written'>): ReadonlyMap<string, string> {
	const all: Readonly<Record<string, string | null>> = {
		response_type: 'code',
		client_id: call.id,
		approval_prompt: call.forcePrompt ? 'force' : 'auto',
		redirect_uri: call.redirectUri,
		scope: call.scope?.join(' ') ?? null,
		state: call.state,
		single_select: call.singleSelect ? 'true' : null,
		single_select_vin:
			call.singleSelect && 'vin' in call.singleSelect ? call.singleSelect.vin : null,
		make: call.make,
		flags: call.flags.map((pair) => pair.join(':')).join(' ') || null,
		user: call.user,
		mode: call.mode
	};
	return new Map(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/**
 * Flags as names and values, for SDKs that take a map. Empty when a map cannot hold them in this
 * order: a name twice, a name that an object treats in a way of its own, or no value.
 */
function flagPairs(flags: string): SdkCall['flags'] {
	const pairs = flags.split(' ').map((flag) => /^([a-z]\w*):(.*)$/i.exec(flag)?.slice(1));
	const names = new Set(pairs.map((pair) => pair?.[0]));
	if (names.size !== pairs.length) return [];
	return pairs.every((pair) => pair !== undefined)
		? pairs.map(([name = '', value = '']) => [name, value] as const)
		: [];
}

/** What is left to do on the link that an SDK wrote. */
interface Corrections {
	readonly set: readonly (readonly [name: string, value: string])[];
	readonly remove: readonly string[];
}

/** Compares what a link holds with what an SDK writes; a default that is written out is no fault. */
export function correct(wanted: Parameters, writes: ReadonlyMap<string, string>): Corrections {
	return {
		set: [...wanted].filter(([name, value]) => value !== (writes.get(name) ?? IMPLIED[name])),
		remove: [...writes]
			.filter(([name, value]) => !wanted.has(name) && IMPLIED[name] !== value)
			.map(([name]) => name)
	};
}
