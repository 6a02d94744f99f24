import { encodeValue } from '../encoding.ts';
import { CONNECT_PATHS } from '../parameters.ts';
import { LIVE_ORIGINS, TOKEN_PATH } from './environment.ts';
import { literal } from './literal.ts';
import { endsWithCode, isIdName, type Parameters } from './sdk-call.ts';

const CURL = 'curl --silent --show-error --fail-with-body';

/** A program for sh with curl: it writes the link, or takes the code to the vehicles. */
export function curlSnippet(parameters: Parameters): string {
	const rest = endsWithCode(parameters)
		? exchange(parameters.get('redirect_uri') ?? '')
		: machineToken;
	return [
		`connect=${variable('CONNECT', LIVE_ORIGINS.connect)}`,
		...rest.variables,
		'',
		'if [ $# -eq 0 ]; then',
		`  printf '%s\\n' ${link(parameters)}`,
		'  exit',
		'fi',
		'',
		...rest.requests
	].join('\n');
}

/** What happens after the link. */
interface Rest {
	readonly variables: readonly string[];
	readonly requests: readonly string[];
}

function exchange(redirectUri: string): Rest {
	return {
		variables: [
			`auth=${variable('AUTH', LIVE_ORIGINS.auth)}`,
			`api=${variable('API', LIVE_ORIGINS.api)}`
		],
		requests: [
			`tokens=$(${CURL} "$auth${TOKEN_PATH}" \\`,
			'  --user "$SMARTCAR_CLIENT_ID:$SMARTCAR_CLIENT_SECRET" \\',
			"  --data 'grant_type=authorization_code' \\",
			'  --data-urlencode "code=$1" \\',
			`  --data-urlencode ${literal(`redirect_uri=${redirectUri}`, 'shell')}) || {`,
			'  printf \'%s\\n\' "$tokens" >&2',
			'  exit 1',
			'}',
			`token=$(printf '%s' "$tokens" | sed 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/')`,
			`call() { ${CURL} --oauth2-bearer "$token" "$api/v2.0/$1"; }`,
			'',
			'call user; echo',
			'vehicles=$(call vehicles)',
			`printf '%s\\n' "$vehicles"`,
			`vehicle=$(printf '%s' "$vehicles" | sed 's/.*"vehicles" *: *\\[ *"\\([^"]*\\)".*/\\1/')`,
			'call "vehicles/$vehicle/permissions"; echo'
		]
	};
}

const machineToken: Rest = {
	variables: [`iam=${variable('AUTH', LIVE_ORIGINS.machineTokens)}`],
	requests: [
		'# No code comes back. Your server signs in for itself, with its API v3 key.',
		`${CURL} "$iam/oauth2/token" \\`,
		'  --user "$SMARTCAR_MACHINE_ID:$SMARTCAR_MACHINE_SECRET" \\',
		"  --data 'grant_type=client_credentials' \\",
		"  --output /dev/null --write-out 'machine token: %{http_code}\\n'"
	]
};

/** The link as a word of the shell. */
function link(parameters: Parameters): string {
	const query = [...parameters].map(([name, value]) =>
		isIdName(name) ? `${name}='"$SMARTCAR_CLIENT_ID"'` : `${name}=${encodeValue(value)}`
	);
	return `"$connect"'${CONNECT_PATHS.authorize}?${query.join('&')}'`;
}

function variable(name: string, otherwise: string): string {
	return `\${SMARTCAR_${name}_ORIGIN:-${otherwise}}`;
}
