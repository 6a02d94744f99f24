import { BlockList, isIP, SocketAddress } from 'node:net';

/** A proxy in front of the server that states who asks. */
export interface TrustedProxy {
	/** Header with the address of who asks, in lower case. */
	readonly addressHeader: string;
	/** Which address of the header counts, from its end: one for each proxy that adds to it. */
	readonly hops: number;
	/** Connections from these are the proxy's; on all others the header is a mere claim. */
	readonly peers: BlockList;
}

/** Turns `127.0.0.1, 172.16.0.0/12` into the addresses it stands for; null when it cannot be read. */
export function parsePeers(text: string): BlockList | null {
	const peers = new BlockList();
	for (const part of text.split(/[\s,]+/).filter(Boolean)) {
		const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(part) ?? [];
		const version = isIP(address);
		if (version === 0 || Number(prefix ?? 0) > (version === 6 ? 128 : 32)) return null;
		const family = version === 6 ? 'ipv6' : 'ipv4';
		if (prefix === undefined) peers.addAddress(address, family);
		else peers.addSubnet(address, Number(prefix), family);
	}
	return peers;
}

type Header = string | readonly string[] | null | undefined;

/** Who asks: the other end of the connection, or whoever a trusted proxy there states. */
export function clientAddress(
	peer: string,
	header: (name: string) => Header,
	proxy: TrustedProxy | null
): string {
	const direct = withoutMapping(peer);
	if (!proxy || !isTrusted(direct, proxy)) return direct;
	const stated = header(proxy.addressHeader);
	const addresses = (typeof stated === 'string' ? stated : (stated ?? []).join(',')).split(',');
	const counted = withoutPort((addresses.at(-proxy.hops) ?? '').trim());
	return isIP(counted) === 0 ? direct : withoutMapping(counted);
}

/** The scheme that the browser used, where a trusted proxy states it. */
export function clientProtocol(
	peer: string,
	header: (name: string) => Header,
	proxy: TrustedProxy | null
): 'http' | 'https' | null {
	if (!proxy || !isTrusted(withoutMapping(peer), proxy)) return null;
	const stated = header('x-forwarded-proto');
	return stated === 'http' || stated === 'https' ? stated : null;
}

function isTrusted(address: string, { peers }: TrustedProxy): boolean {
	const version = isIP(address);
	return version !== 0 && peers.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** `::ffff:192.0.2.1`, as a socket of both versions writes it, is 192.0.2.1. */
function withoutMapping(address: string): string {
	const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
	return mapped !== undefined && isIP(mapped) === 4 ? mapped : address;
}

/** Some proxies add the port: `192.0.2.1:50123`, `[2001:db8::1]:50123`. */
function withoutPort(text: string): string {
	if (isIP(text) !== 0) return text;
	return SocketAddress.parse(text)?.address ?? text.replace(/^\[|\]$/g, '');
}
