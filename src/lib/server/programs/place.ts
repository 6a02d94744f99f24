import { dialectOf } from '#lib/access/program-address.ts';

/** What resolving would leave as it is. */
const PLAIN = /^(?:\/+[\w-]+(?:\.[\w-]+)*)+\/*(?=\?|$)/;

/** The path of what is asked for, resolved as browsers do; null for what is no address. */
export function pathnameOf(target: string): string | null {
	const [plain] = PLAIN.exec(target) ?? [];
	return plain ?? URL.parse(`http://localhost${target}`)?.pathname ?? null;
}

/** Whether programs ask there, and no page stands there. */
export function isForPrograms(target: string): boolean {
	const pathname = pathnameOf(target);
	return pathname !== null && dialectOf(pathname) !== null;
}
