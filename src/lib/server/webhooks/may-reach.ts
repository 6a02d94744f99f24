import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopbackHost } from '../loopback.ts';
import { kindOfAddress } from './addresses.ts';

/** Why nothing is sent to a host. */
export type ReachFault =
	/** It is not this machine, and the setting does not name it. */
	| 'host-not-named'
	/** Its address is one of a private network, of the link, or of nobody. */
	| 'address-refused'
	/** Nobody knows the name. */
	| 'host-unknown';

/** A host that nothing is sent to. */
export class NotReached extends Error {
	readonly fault: ReachFault;

	constructor(fault: ReachFault) {
		super(fault);
		this.fault = fault;
	}
}

/**
 * Whether an address of a socket may be connected to: this machine always, another where its host is
 * named and everybody reaches it.
 */
export function faultOfAddress(
	address: string,
	host: string,
	named: readonly string[]
): ReachFault | null {
	const kind = kindOfAddress(address);
	if (kind === 'loopback') return null;
	if (!named.includes(bareHost(host))) return 'host-not-named';
	return kind === 'public' ? null : 'address-refused';
}

/** A host as a URL writes it, without brackets, and without the dot that ends a full name. */
function bareHost(host: string): string {
	return host
		.replace(/^\[|\]$/g, '')
		.replace(/\.$/, '')
		.toLowerCase();
}

/** What a host that is an address, or that stands no chance, is refused for before it is looked up. */
export function faultOfHost(host: string, named: readonly string[]): ReachFault | null {
	const bare = bareHost(host);
	if (isIP(bare) !== 0) return faultOfAddress(bare, bare, named);
	// Others are asked for their address only where they are named: a look-up is heard outside.
	const isHere = isLoopbackHost(bare) || bare.endsWith('.localhost');
	return isHere || named.includes(bare) ? null : 'host-not-named';
}

type Callback = (error: Error | null, addresses: readonly LookupAddress[]) => void;

/** How names become addresses; another one in tests. */
export type Resolve = (host: string, options: LookupOptions, callback: Callback) => void;

const resolve: Resolve = (host, options, callback) => {
	lookUp(host, { ...options, all: true }, callback);
};

/**
 * Looks a name up for a socket, which then connects to what was checked here and nothing else. One
 * address that is refused refuses the name: who mixes them waits for the other to be taken.
 */
export function checkedLookup(named: readonly string[], ask: Resolve = resolve): LookupFunction {
	return (host, options, callback) => {
		ask(host, { family: options.family, hints: options.hints }, (error, found) => {
			const [first] = found ?? [];
			if (error || !first) {
				callback(new NotReached('host-unknown'), '');
				return;
			}
			const faults = found.map(({ address }) => faultOfAddress(address, host, named));
			const fault = faults.find((one) => one !== null);
			if (fault) callback(new NotReached(fault), '');
			else if (options.all) callback(null, [...found]);
			else callback(null, first.address, first.family);
		});
	};
}
