/** Characters of a user by which their sessions are found; an index takes no more than some kilobytes. */
const LENGTH = 200;

/** Null for nobody: a link may name a user of no characters. */
export function userStart(user: string | null): string | null {
	// Whole characters, as a migration counts them.
	return user ? Array.from(user).slice(0, LENGTH).join('') : null;
}
