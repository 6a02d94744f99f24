import { error } from '@sveltejs/kit';

/** @throws a 404 for the page: the application was never there, or is no longer. */
export function refuseGoneApplication(): never {
	error(404, 'This application does not exist. It may have been deleted in another window.');
}
