import { clientAddress, clientProtocol, parsePeers } from '#lib/server/proxy.ts';
import { describe, expect, it } from 'vitest';

const peers = parsePeers('127.0.0.0/8 ::1, 172.16.0.0/12');
if (peers === null) throw new TypeError('These are addresses');
const behind = { addressHeader: 'x-forwarded-for', hops: 1, peers };
const behindTwo = { ...behind, hops: 2 };

describe('clientAddress', () => {
	const stated = '192.0.2.99, 192.0.2.1, 198.51.100.7';
	it.each([
		['without a proxy nothing stated counts', '127.0.0.1', stated, null, '127.0.0.1'],
		['the last address, which the proxy added', '127.0.0.1', stated, behind, '198.51.100.7'],
		['the one before, with two proxies', '127.0.0.1', stated, behindTwo, '192.0.2.1'],
		['from another proxy of the subnet', '172.20.0.3', stated, behind, '198.51.100.7'],
		['not from a client that connects itself', '192.0.2.50', stated, behind, '192.0.2.50'],
		['an absent header', '127.0.0.1', undefined, behind, '127.0.0.1'],
		['an empty header', '127.0.0.1', '', behind, '127.0.0.1'],
		['fewer addresses than proxies', '127.0.0.1', '192.0.2.1', behindTwo, '127.0.0.1'],
		['no address', '127.0.0.1', 'unknown', behind, '127.0.0.1'],
		['a header that stands twice', '127.0.0.1', ['192.0.2.1', '192.0.2.2'], behind, '192.0.2.2'],
		['an address with its port', '127.0.0.1', '192.0.2.1:5000', behind, '192.0.2.1'],
		['version 6 in brackets', '127.0.0.1', '[2001:db8::1]:5000', behind, '2001:db8::1'],
		['version 6', '::1', '2001:db8::1', behind, '2001:db8::1'],
		[
			'version 4 as a socket of both writes it',
			'::ffff:127.0.0.1',
			'192.0.2.1',
			behind,
			'192.0.2.1'
		],
		['a mapped peer without a proxy', '::ffff:192.0.2.8', undefined, null, '192.0.2.8'],
		['a connection that is gone', '', '192.0.2.1', behind, '']
	])('%s', (_title, peer, header, proxy, expected) => {
		expect(clientAddress(peer, (name) => (name === 'x-forwarded-for' ? header : null), proxy)).toBe(
			expected
		);
	});
});

describe('clientProtocol', () => {
	it.each([
		['127.0.0.1', 'https', behind, 'https'],
		['127.0.0.1', 'http', behind, 'http'],
		['127.0.0.1', 'javascript', behind, null],
		['127.0.0.1', undefined, behind, null],
		['192.0.2.50', 'https', behind, null],
		['127.0.0.1', 'https', null, null]
	])('from %s that states %s', (peer, stated, proxy, expected) => {
		expect(clientProtocol(peer, () => stated, proxy)).toBe(expected);
	});
});

it.each(['localhost', '10.0.0.0/33', '::/129', '10.0.0/8', '10.0.0.0/', 'x'])(
	'%s is neither address nor subnet',
	(text) => {
		expect(parsePeers(text)).toBeNull();
	}
);
