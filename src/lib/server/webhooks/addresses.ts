import { BlockList, isIP, SocketAddress } from 'node:net';
import { isLoopbackHost } from '../loopback.ts';

/** Of IPv4, what is no address of one machine that everybody reaches. Source: IANA, IPv4 Special-Purpose Address Registry. */
const NOT_PUBLIC_4 = blocked('ipv4', [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.31.196.0', 24],
	['192.52.193.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['192.175.48.0', 24],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
	// Answers with the secrets of a machine at some who rent them out.
	['168.63.129.16', 32]
]);

/** Of IPv6 nothing else is given to machines that everybody reaches. */
const GLOBAL_6 = blocked('ipv6', [['2000::', 3]]);

/** And of that not this. Source: IANA, IPv6 Special-Purpose Address Registry. */
const NOT_PUBLIC_6 = blocked('ipv6', [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['2620:4f:8000::', 48],
	['3fff::', 20]
]);

/** IPv4 in the clothes of IPv6: mapped, and by NAT64. */
const MAPPED = blocked('ipv6', [['::ffff:0:0', 96]]);
const TRANSLATED = blocked('ipv6', [['64:ff9b::', 96]]);

export type AddressKind = 'loopback' | 'public' | 'refused';

/** What an address of a socket leads to: this machine, one that everybody reaches, or neither. */
export function kindOfAddress(address: string): AddressKind {
	const version = isIP(address);
	// With a zone it is one of the link.
	if (version === 0 || address.includes('%')) return 'refused';
	if (version === 4) return kindOf4(address);
	const inner = innerAddress(address);
	if (inner !== null) return kindOf4(inner);
	if (isLoopbackHost(address)) return 'loopback';
	if (TRANSLATED.check(address, 'ipv6')) {
		const kind = kindOf4(lastFour(address));
		return kind === 'public' ? 'public' : 'refused';
	}
	const isPublic = GLOBAL_6.check(address, 'ipv6') && !NOT_PUBLIC_6.check(address, 'ipv6');
	return isPublic ? 'public' : 'refused';
}

function kindOf4(address: string): AddressKind {
	if (isLoopbackHost(address)) return 'loopback';
	return NOT_PUBLIC_4.check(address, 'ipv4') ? 'refused' : 'public';
}

/** The IPv4 that an address of IPv6 is written around; null where it is none. */
function innerAddress(address: string): string | null {
	return MAPPED.check(address, 'ipv6') ? lastFour(address) : null;
}

/** The last four bytes of an address of IPv6, as one of IPv4. */
function lastFour(address: string): string {
	const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
	if (dotted !== undefined) return dotted;
	const { address: written } = new SocketAddress({ address, family: 'ipv6' });
	const shown = /(\d+\.\d+\.\d+\.\d+)$/.exec(written)?.[1];
	if (shown !== undefined) return shown;
	const [high = '', low = ''] = expanded(written).slice(-2);
	const number = parseInt(high, 16) * 65_536 + parseInt(low, 16);
	return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
}

/** The eight groups of an address of IPv6, with what `::` stands for. */
function expanded(address: string): readonly string[] {
	const [head = '', tail] = address.split('::');
	const groupsOf = (text: string) => text.split(':').filter(Boolean);
	if (tail === undefined) return groupsOf(head);
	const [before, after] = [groupsOf(head), groupsOf(tail)];
	const left = new Array<string>(8 - before.length - after.length).fill('0');
	return [...before, ...left, ...after];
}

function blocked(
	family: 'ipv4' | 'ipv6',
	ranges: readonly (readonly [string, number])[]
): BlockList {
	const list = new BlockList();
	for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
	return list;
}
