import type { Settings } from '../settings.ts';

/** Put on by proxies, on whose far side may be anybody. */
const FORWARDED = [
	'forwarded',
	'via',
	'x-forwarded-for',
	'x-forwarded-host',
	'x-forwarded-proto',
	'x-real-ip'
];

/** Whether a request came through a proxy, as far as that says so: also by a header of its own that is set. */
export function isForwarded(
	headers: Pick<Headers, 'get'>,
	{ proxy }: Pick<Settings, 'proxy'>
): boolean {
	const names = proxy === null ? FORWARDED : [...FORWARDED, proxy.addressHeader];
	return names.some((name) => headers.get(name) !== null);
}
