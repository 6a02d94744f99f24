import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether a host, as in `HOST` or in a URL, is this machine alone. Names other than `localhost` may be anything. */
export function isLoopbackHost(host: string): boolean {
	const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
	const version = isIP(bare);
	if (version === 0) return bare === 'localhost';
	return LOOPBACK.check(bare, version === 6 ? 'ipv6' : 'ipv4');
}

/** Whether an address leads to this machine only, as while developing. */
export function isLoopbackOrigin(origin: string): boolean {
	return isLoopbackHost(new URL(origin).hostname);
}
