/** Characters that stay to be seen. */
const SHOWN = 4;

/** A secret by its first characters: enough to tell two apart, useless to whoever looks on. */
export function masked(secret: string): string {
	return `${secret.slice(0, SHOWN)}····`;
}
