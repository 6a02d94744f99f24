import { CONNECT_PATHS } from '../parameters.ts';
import { LIVE_ORIGINS, TOKEN_PATH } from './environment.ts';
import { literal } from './literal.ts';
import { endsWithCode, isIdName, type Parameters } from './sdk-call.ts';

/**
 * A program for Python alone, without a package: it writes the link, or takes the code to the
 * vehicles. Its environment is that of the SDK for Python.
 */
export function pythonSnippet(parameters: Parameters): string {
	const values = [...parameters].map(([name, value]) => [name, valueOf(name, value)] as const);
	const link = [
		`CONNECT = os.environ.get('SMARTCAR_CONNECT_ORIGIN', ${text(LIVE_ORIGINS.connect)})`,
		"CLIENT_ID = os.environ['SMARTCAR_CLIENT_ID']",
		...(parameters.has('redirect_uri')
			? [`REDIRECT_URI = ${text(parameters.get('redirect_uri') ?? '')}`]
			: []),
		'',
		`link = CONNECT + '${CONNECT_PATHS.authorize}?' + urlencode({`,
		...values.map(([name, value]) => `    ${text(name)}: ${value},`),
		'}, quote_via=quote)'
	];
	if (!endsWithCode(parameters)) {
		return [
			'import os',
			'from urllib.parse import quote, urlencode',
			'',
			...link,
			'',
			'# No code comes back from this link.',
			'print(link)'
		].join('\n');
	}
	return [...imports, '', ...link, '', ...exchange].join('\n');
}

const imports = [
	'import base64, json, os, sys',
	'from urllib.error import HTTPError',
	'from urllib.parse import quote, urlencode',
	'from urllib.request import Request, urlopen'
];

const exchange = [
	`API = os.environ.get('SMARTCAR_API_ORIGIN', ${text(LIVE_ORIGINS.api)})`,
	'# The whole address, as the SDK for Python reads it.',
	`TOKENS = os.environ.get('SMARTCAR_AUTH_ORIGIN', ${text(LIVE_ORIGINS.auth + TOKEN_PATH)})`,
	'',
	'',
	'def call(url, authorization, form=None):',
	'    data = urlencode(form).encode() if form else None',
	'    try:',
	"        with urlopen(Request(url, data, {'Authorization': authorization})) as response:",
	'            return json.load(response)',
	'    except HTTPError as error:',
	'        sys.exit(error.read().decode())',
	'',
	'',
	'if len(sys.argv) < 2:',
	'    print(link)',
	'    sys.exit()',
	'',
	'credentials = f"{CLIENT_ID}:{os.environ[\'SMARTCAR_CLIENT_SECRET\']}".encode()',
	"tokens = call(TOKENS, 'Basic ' + base64.b64encode(credentials).decode(), {",
	"    'grant_type': 'authorization_code',",
	"    'code': sys.argv[1],",
	"    'redirect_uri': REDIRECT_URI,",
	'})',
	"bearer = 'Bearer ' + tokens['access_token']",
	"print('user', call(API + '/v2.0/user', bearer)['id'])",
	"for vehicle in call(API + '/v2.0/vehicles', bearer)['vehicles']:",
	"    permissions = call(f'{API}/v2.0/vehicles/{vehicle}/permissions', bearer)['permissions']",
	"    print('vehicle', vehicle, *permissions)"
];

function valueOf(name: string, value: string): string {
	if (isIdName(name)) return 'CLIENT_ID';
	return name === 'redirect_uri' ? 'REDIRECT_URI' : text(value);
}

function text(value: string): string {
	return literal(value, 'python');
}
