/** Put on by proxies, on whose far side may be anybody. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Whether a request came through a proxy, as far as that says so. */
export function isForwarded(headers: Pick<Headers, 'get'>): boolean {
	return FORWARDED.some((name) => headers.get(name) !== null);
}
