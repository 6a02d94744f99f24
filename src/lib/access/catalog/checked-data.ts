/**
 * Types a data file of the catalog.
 *
 * TypeScript reads the closed sets of JSON files as plain strings, and checking them at run time
 * would bring zod into the browser. The tests parse every data file with its schema instead.
 */
export function asChecked<T>(data: unknown): T {
	return data as T;
}
