import {
	checkedLookup,
	faultOfHost,
	NotReached,
	type Resolve
} from '#lib/server/webhooks/may-reach.ts';
import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';

const NAMED = ['hooks.example.com', '8.8.8.8', '10.0.0.1', '2606:4700::1111'];

describe('faultOfHost', () => {
	it.each([
		['http://127.0.0.1/', null],
		['http://127.1/', null],
		['http://2130706433/', null],
		['http://0x7f.0.0.1/', null],
		['http://[::1]/', null],
		['http://[::ffff:127.0.0.1]/', null],
		['http://localhost/', null],
		['http://LOCALHOST./', null],
		['http://app.localhost/', null],
		['http://hooks.example.com/', null],
		['http://HOOKS.example.com./', null],
		['http://8.8.8.8/', null],
		['http://[2606:4700::1111]/', null],
		['http://other.example.com/', 'host-not-named'],
		['http://sub.hooks.example.com/', 'host-not-named'],
		['http://localhost.example.com/', 'host-not-named'],
		['http://notlocalhost/', 'host-not-named'],
		['http://1.1.1.1/', 'host-not-named'],
		['http://169.254.169.254/', 'host-not-named'],
		// A private one is refused although it is named.
		['http://10.0.0.1/', 'address-refused'],
		['http://0x0a000001/', 'address-refused'],
		['http://012.0.0.1/', 'address-refused'],
		['http://[::ffff:10.0.0.1]/', 'host-not-named']
	] as const)('%s: %s', (uri, fault) => {
		expect(faultOfHost(new URL(uri).hostname, NAMED)).toBe(fault);
	});
});

/** What a socket is told that asks for a name which has these addresses. */
async function lookedUp(host: string, addresses: readonly string[], all = true) {
	const resolve: Resolve = (_host, _options, callback) => {
		callback(
			addresses.length === 0 ? new Error('ENOTFOUND') : null,
			addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
		);
	};
	return new Promise<string | readonly (string | LookupAddress)[]>((done) => {
		checkedLookup(NAMED, resolve)(host, { all }, (error, found) => {
			if (error instanceof NotReached) return done(error.fault);
			done(typeof found === 'string' ? [found] : found.map(({ address }) => address));
		});
	});
}

describe('checkedLookup', () => {
	it.each([
		['localhost', ['127.0.0.1'], ['127.0.0.1']],
		['localhost', ['::1', '127.0.0.1'], ['::1', '127.0.0.1']],
		['hooks.example.com', ['8.8.8.8', '2606:4700::1111'], ['8.8.8.8', '2606:4700::1111']],
		['hooks.example.com', ['127.0.0.1'], ['127.0.0.1']],
		['hooks.example.com', ['10.1.2.3'], 'address-refused'],
		['hooks.example.com', ['192.168.1.1'], 'address-refused'],
		['hooks.example.com', ['169.254.169.254'], 'address-refused'],
		['hooks.example.com', ['fd00:ec2::254'], 'address-refused'],
		['hooks.example.com', ['::ffff:169.254.169.254'], 'address-refused'],
		['hooks.example.com', ['0.0.0.0'], 'address-refused'],
		// One that is refused refuses the others.
		['hooks.example.com', ['8.8.8.8', '10.1.2.3'], 'address-refused'],
		['hooks.example.com', ['10.1.2.3', '8.8.8.8'], 'address-refused'],
		['hooks.example.com', [], 'host-unknown'],
		// A name that is not named may lead here, and nowhere else.
		['app.localhost', ['127.0.0.1'], ['127.0.0.1']],
		['app.localhost', ['8.8.8.8'], 'host-not-named'],
		['app.localhost', ['10.0.0.2'], 'host-not-named']
	])('%s at %j: %j', async (host, addresses, told) => {
		expect(await lookedUp(host, addresses)).toEqual(told);
	});

	it('tells a socket that wants one address the first', async () => {
		expect(await lookedUp('localhost', ['127.0.0.1', '::1'], false)).toEqual(['127.0.0.1']);
	});
});
