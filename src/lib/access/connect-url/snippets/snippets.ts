import { browserPage, browserSnippet, isBrowserPage } from './browser.ts';
import { curlSnippet } from './curl.ts';
import { environmentOf, type Pointable, type Target } from './environment.ts';
import { nodeSnippet } from './node.ts';
import { pythonSdkSnippet } from './python-sdk.ts';
import { pythonSnippet } from './python.ts';
import { endsWithCode, parametersOf, type Parameters } from './sdk-call.ts';

/** Stands where a redirect URI belongs while none is registered. */
const REDIRECT_URI_PLACEHOLDER = 'https://YOUR_APP/callback';

export interface Snippet {
	readonly id: 'node' | 'browser' | 'python' | 'python-sdk' | 'curl';
	readonly label: string;
	/** Name under which the commands of {@link run} know the code. */
	readonly file: string;
	readonly code: string;
	/** Lines of an environment file; null where nothing is read from one. */
	readonly environment: string | null;
	/** Commands that run the code with that environment. */
	readonly run: readonly string[];
	/** What the code does not say for itself; empty when there is nothing. */
	readonly note: string;
}

export interface SnippetFacts {
	readonly target: Target;
	/** The redirect URI of a link that names none; null while none is registered. */
	readonly defaultRedirectUri: string | null;
}

/**
 * Code for a link with each SDK, from the link to the first calls. It holds no secret and writes
 * none. Sandbox and live platform differ in the environment alone, but for the browser SDK.
 *
 * @param link an authorize link of our own; of a link for signing in again no SDK knows, and the
 * answer is empty.
 */
export function writeSnippets(
	link: string,
	{ target, defaultRedirectUri }: SnippetFacts
): readonly Snippet[] {
	const asked = parametersOf(link);
	if (asked.get('response_type') === 'vehicle_id') return [];
	const fallback = defaultRedirectUri ?? REDIRECT_URI_PLACEHOLDER;
	const parameters = withRedirectUri(asked, fallback);
	const clientId = parameters.get('client_id') ?? parameters.get('application_id') ?? '';
	const environment = (sdk: Pointable) => environmentOf(sdk, target, { clientId });
	const takesCode = endsWithCode(parameters);
	const run = (command: string) => (takesCode ? [command, `${command} CODE`] : [command]);
	const sourced = (command: string) => ['set -a; . ./.env; set +a', ...run(command)];
	return [
		{
			id: 'node',
			label: 'Node',
			file: 'connect.mjs',
			code: nodeSnippet(parameters),
			environment: environment('node'),
			run: ['npm install smartcar', ...run('node --env-file=.env connect.mjs')],
			note: ''
		},
		{
			id: 'browser',
			label: 'Browser',
			file: 'connect.js',
			code: browserSnippet(parameters, target),
			environment: null,
			run: [],
			note: browserNote(parameters, target)
		},
		{
			id: 'python',
			label: 'Python',
			file: 'connect.py',
			code: pythonSnippet(parameters),
			environment: environment('python'),
			run: sourced('python3 connect.py'),
			note: 'Needs no package. The environment is the one that the SDK for Python reads.'
		},
		{
			id: 'python-sdk',
			label: 'Python SDK',
			file: 'connect.py',
			code: pythonSdkSnippet(parameters, fallback),
			environment: environment('python'),
			run: ['pip install smartcar', ...sourced('python3 connect.py')],
			note: 'Written after the source of the SDK for Python, whose token address is a whole one. Valetkey’s tests run the Python tab, not this one.'
		},
		{
			id: 'curl',
			label: 'curl',
			file: 'connect.sh',
			code: curlSnippet(parameters),
			environment: environment('curl'),
			run: takesCode
				? sourced('sh connect.sh')
				: [...sourced('sh connect.sh'), 'sh connect.sh token'],
			note: takesCode
				? ''
				: 'Set SMARTCAR_MACHINE_ID and SMARTCAR_MACHINE_SECRET to those of a machine client.'
		}
	];
}

/** An exchange repeats the redirect URI, so a link that a code comes back from names it. */
function withRedirectUri(parameters: Parameters, fallback: string): Parameters {
	if (parameters.has('redirect_uri') || !endsWithCode(parameters)) return parameters;
	return new Map(parameters).set('redirect_uri', fallback);
}

function browserNote(parameters: Parameters, target: Target): string {
	const uri = parameters.get('redirect_uri');
	const page = `${browserPage(target)}ORIGIN`;
	return [
		'This SDK reads no environment: it knows the live platform alone, and no option names another host.',
		uri === undefined || isBrowserPage(uri)
			? ''
			: `Its pop-up has to end at a page that hands the answer over: register ${page}, with the origin of your page for ORIGIN, and choose it above for the other tabs too.`
	]
		.filter(Boolean)
		.join(' ');
}
