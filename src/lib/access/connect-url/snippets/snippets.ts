import { browserSnippet } from './browser.ts';
import { curlSnippet } from './curl.ts';
import { nodeSnippet } from './node.ts';
import { pythonSnippet } from './python.ts';
import { parametersOf } from './sdk-call.ts';

/** Stands where a redirect URI belongs while none is registered. */
const REDIRECT_URI_PLACEHOLDER = 'https://YOUR_APP/callback';

export interface Snippet {
	readonly id: 'node' | 'browser' | 'python' | 'curl';
	readonly label: string;
	readonly code: string;
	/** What the code does not say for itself; empty when there is nothing. */
	readonly note: string;
}

/**
 * Code that builds a link with each SDK, and exchanges the code that comes back.
 *
 * @param link an authorize link of our own; of a link for signing in again no SDK knows, and the
 * answer is empty.
 * @param defaultRedirectUri the one used where the link names none; null while none is registered.
 */
export function writeSnippets(link: string, defaultRedirectUri: string | null): readonly Snippet[] {
	const parameters = parametersOf(link);
	if (parameters.get('response_type') === 'vehicle_id') return [];
	const fallback = defaultRedirectUri ?? REDIRECT_URI_PLACEHOLDER;
	return [
		{ id: 'node', label: 'Node', code: nodeSnippet(parameters), note: '' },
		{
			id: 'browser',
			label: 'Browser',
			code: browserSnippet(parameters),
			note: 'This SDK names the id application_id and wraps the state with a mark of its own; it hands your state back to onComplete.'
		},
		{
			id: 'python',
			label: 'Python',
			code: pythonSnippet(parameters, fallback),
			note: ''
		},
		{
			id: 'curl',
			label: 'curl: tokens',
			code: curlSnippet(parameters, fallback),
			note: 'The redirect URI has to be the one of the link, or the default where the link has none.'
		}
	];
}
