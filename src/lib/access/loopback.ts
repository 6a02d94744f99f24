/** Names by which a browser reaches the machine that it runs on, as they stand in a URL. */
export const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

export function isLoopbackName(host: string): boolean {
	return LOOPBACK_NAMES.includes(host);
}
