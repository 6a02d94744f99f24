import { kindOfAddress } from '#lib/server/webhooks/addresses.ts';
import { describe, expect, it } from 'vitest';

const KINDS = {
	loopback: [
		'127.0.0.1',
		'127.255.255.254',
		'::1',
		'0:0:0:0:0:0:0:1',
		'::ffff:127.0.0.1',
		'::ffff:7f00:1',
		'0:0:0:0:0:ffff:7f00:0001'
	],
	public: [
		'8.8.8.8',
		'1.1.1.1',
		'172.15.255.255',
		'172.32.0.1',
		'192.167.255.255',
		'100.63.255.255',
		'100.128.0.1',
		'::ffff:8.8.8.8',
		'64:ff9b::8.8.8.8',
		'64:ff9b::808:808',
		'2606:4700:4700::1111',
		'2a00:1450:4001::1'
	],
	refused: [
		// Of private networks, of the link, and where machines tell their secrets.
		'10.0.0.1',
		'10.255.255.255',
		'100.64.0.1',
		'100.100.100.200',
		'169.254.0.1',
		'169.254.169.254',
		'168.63.129.16',
		'172.16.0.1',
		'172.31.255.255',
		'192.168.0.1',
		'192.0.0.192',
		'fc00::1',
		'fd00:ec2::254',
		'fd12:3456:789a::1',
		'fe80::1',
		'fe80::1%lo',
		'::1%lo',
		'fec0::1',
		// Of nobody, or of many.
		'0.0.0.0',
		'0.1.2.3',
		'::',
		'192.0.2.1',
		'198.18.0.1',
		'198.51.100.7',
		'203.0.113.9',
		'224.0.0.1',
		'240.0.0.1',
		'255.255.255.255',
		'ff02::1',
		'2001:db8::1',
		'3fff::1',
		'100::1',
		'4000::1',
		// One of the above, written otherwise.
		'::ffff:10.0.0.1',
		'::ffff:a00:1',
		'::ffff:169.254.169.254',
		'::ffff:a9fe:a9fe',
		'::ffff:0.0.0.0',
		'::127.0.0.1',
		'::10.0.0.1',
		'64:ff9b::10.0.0.1',
		'64:ff9b::a9fe:a9fe',
		'64:ff9b::127.0.0.1',
		'64:ff9b:1::808:808',
		'2002:7f00:1::',
		'2002:a00:1::1',
		'2001::1',
		// No address.
		'',
		'localhost',
		'127.1',
		'0x7f000001',
		'2130706433',
		'010.0.0.1',
		'[::1]'
	]
} as const;

describe.each(['loopback', 'public', 'refused'] as const)('an address that is %s', (kind) => {
	it.each(KINDS[kind])('%s', (address) => {
		expect(kindOfAddress(address)).toBe(kind);
	});
});
