import { literal } from './literal.ts';
import { SECRET_PLACEHOLDER } from './node.ts';
import { sdkCall, type Parameters } from './sdk-call.ts';

const TOKEN_ENDPOINT = 'https://auth.smartcar.com/oauth/token';
const MACHINE_TOKEN_ENDPOINT = 'https://iam.smartcar.com/oauth2/token';

/** The request that follows the link: the code of the redirect for tokens. */
export function curlSnippet(parameters: Parameters, defaultRedirectUri: string): string {
	const { id, redirectUri } = sdkCall(parameters);
	if (parameters.get('response_type') === 'none') {
		return command('No code comes back. Your server signs in for itself, with its API v3 key.', [
			`curl ${MACHINE_TOKEN_ENDPOINT}`,
			"--user 'YOUR_MACHINE_ID:YOUR_MACHINE_SECRET'",
			"--data 'grant_type=client_credentials'"
		]);
	}
	return command('The owner came back to your redirect URI with ?code=…, good for ten minutes.', [
		`curl ${TOKEN_ENDPOINT}`,
		`--user ${literal(`${id}:${SECRET_PLACEHOLDER}`, 'shell')}`,
		"--data 'grant_type=authorization_code'",
		"--data 'code=THE_CODE'",
		`--data-urlencode ${literal(`redirect_uri=${redirectUri ?? defaultRedirectUri}`, 'shell')}`
	]);
}

function command(comment: string, words: readonly string[]): string {
	return `# ${comment}\n${words.join(' \\\n  ')}`;
}
