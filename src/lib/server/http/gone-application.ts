import { error } from '@sveltejs/kit';
import * as words from './words.en.ts';

/** @throws a 404 for the page: the application was never there, or is no longer. */
export function refuseGoneApplication(): never {
	error(404, words.goneApplication);
}
