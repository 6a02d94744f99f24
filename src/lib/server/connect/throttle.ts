import { isIPv6 } from 'node:net';
import type { Context } from '../context.ts';
import { createRateLimit } from '../rate-limit.ts';

/** Requests a minute. */
export const RATE_LIMITS = {
	/** For tokens in the name of one client from one address. */
	token: 60,
	/** For tokens from one address, whatever client they name. */
	tokenAddress: 300,
	/** For Connect from one address. */
	authorize: 30,
	/** For data with one token. */
	api: 120,
	/** For data from one address, whatever token they bring. */
	apiAddress: 600,
	/** To publish from one address. */
	publish: 30,
	/** To change anything else by a page, from one address. */
	write: 300
} as const;

const limits = {
	token: createRateLimit(RATE_LIMITS.token),
	tokenAddress: createRateLimit(RATE_LIMITS.tokenAddress),
	authorize: createRateLimit(RATE_LIMITS.authorize),
	api: createRateLimit(RATE_LIMITS.api),
	apiAddress: createRateLimit(RATE_LIMITS.apiAddress),
	publish: createRateLimit(RATE_LIMITS.publish),
	write: createRateLimit(RATE_LIMITS.write)
};

/** What is needed of a context. */
export type Asking = Pick<Context, 'machineNow' | 'settings'>;

/** Seconds that a caller has to wait; 0 when it may go on. */
export function secondsToWait(
	{ machineNow, settings }: Asking,
	kind: keyof typeof RATE_LIMITS,
	caller: string
): number {
	return settings.rateLimits ? limits[kind](callerOf(caller), machineNow) : 0;
}

/** An IPv6 address by its network, all of which belongs to one subscriber. */
export function callerOf(caller: string): string {
	const [address = '', ...rest] = caller.split(' ');
	return [isIPv6(address) ? networkOf(address) : address, ...rest].join(' ');
}

/** The first 64 bits, written in full. */
function networkOf(address: string): string {
	const [head = '', tail] = address.split('::');
	const groups = head.split(':').filter(Boolean);
	const missing =
		tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
	const all = [
		...groups,
		...Array<string>(Math.max(missing, 0)).fill('0'),
		...(tail ?? '').split(':')
	];
	return all.slice(0, 4).join(':').toLowerCase();
}
