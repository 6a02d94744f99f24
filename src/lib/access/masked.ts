/** Stands for what is hidden of a secret. Of Latin-1: with any other character a text takes twice its memory. */
export const MASK = '····';

/** Characters that are shown of one, and how long it has to be for each of them. */
const MOST_SHOWN = 4;
const FOR_EACH = 8;

/** What is shown of a secret: its first characters, where it is long, and its length. */
export function masked(secret: string): string {
	const shown = Math.min(MOST_SHOWN, Math.floor(secret.length / FOR_EACH));
	return `${secret.slice(0, shown)}${MASK} (${secret.length} characters)`;
}
