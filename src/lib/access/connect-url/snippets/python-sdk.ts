import { literal } from './literal.ts';
import { correct, isIdName, sdkCall, type Parameters, type SdkCall } from './sdk-call.ts';

const CLIENT_ID = "os.environ['SMARTCAR_CLIENT_ID']";

/**
 * A program with the SDK for Python: it writes the link, or takes the code to the vehicles.
 *
 * @param redirectUri where the link has none: the SDK insists on one, which is taken out again
 */
export function pythonSdkSnippet(parameters: Parameters, redirectUri: string): string {
	const call = sdkCall(parameters);
	const uri = call.redirectUri ?? redirectUri;
	const writes = new Map(call.written);
	writes.set('redirect_uri', uri).set('scope', call.scope?.join(' ') ?? '');
	const options = [
		...(call.forcePrompt ? ["'force_prompt': True"] : []),
		...(call.state ? [`'state': ${text(call.state)}`] : []),
		...(call.make ? [`'make_bypass': ${text(call.make)}`] : []),
		...singleSelect(call.singleSelect),
		...(call.flags.length > 0 ? [`'flags': ${flags(call.flags)}`] : []),
		...(call.user ? [`'user': ${text(call.user)}`] : [])
	];
	const corrections = correctionsOf(parameters, writes);
	return [
		call.endsWithCode ? 'import os, sys' : 'import os',
		...(corrections.length > 0 ? ['from urllib.parse import parse_qsl, urlencode, urlsplit'] : []),
		'',
		'import smartcar',
		'',
		'client = smartcar.AuthClient(',
		`    client_id=${CLIENT_ID},`,
		"    client_secret=os.environ['SMARTCAR_CLIENT_SECRET'],",
		`    redirect_uri=${text(uri)},`,
		`    mode=${text(call.mode)},`,
		')',
		'link = client.get_auth_url(',
		`    [${(call.scope ?? []).map(text).join(', ')}],`,
		...(options.length > 0
			? ['    {', ...options.map((entry) => `        ${entry},`), '    },']
			: []),
		')',
		...corrections,
		'',
		...(call.endsWithCode ? exchange : ['# No code comes back from this link.', 'print(link)'])
	].join('\n');
}

const exchange = [
	'if len(sys.argv) < 2:',
	'    print(link)',
	'    sys.exit()',
	'',
	'token = client.exchange_code(sys.argv[1]).access_token',
	"print('user', smartcar.get_user(token).id)",
	'for vehicle in smartcar.get_vehicles(token).vehicles:',
	"    print('vehicle', vehicle, *smartcar.Vehicle(vehicle, token).permissions().permissions)"
];

/** Statements that give `link` what the SDK has no option for. */
function correctionsOf(
	parameters: Parameters,
	writes: ReadonlyMap<string, string>
): readonly string[] {
	const { set, remove } = correct(parameters, writes);
	if (set.length === 0 && remove.length === 0) return [];
	return [
		'',
		'# The SDK has no option for the following.',
		'parts = urlsplit(link)',
		'query = dict(parse_qsl(parts.query))',
		...remove.map((name) => `query.pop(${text(name)}, None)`),
		...set.map(
			([name, value]) => `query[${text(name)}] = ${isIdName(name) ? CLIENT_ID : text(value)}`
		),
		'link = parts._replace(query=urlencode(query)).geturl()'
	];
}

function text(value: string): string {
	return literal(value, 'python');
}

function singleSelect(choice: SdkCall['singleSelect']): readonly string[] {
	if (!choice) return [];
	const value = 'vin' in choice ? `'vin': ${text(choice.vin)}` : "'enabled': True";
	return [`'single_select': {${value}}`];
}

function flags(pairs: SdkCall['flags']): string {
	return `{${pairs.map(([name, value]) => `${text(name)}: ${text(value)}`).join(', ')}}`;
}
