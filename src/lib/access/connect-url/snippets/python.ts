import { literal } from './literal.ts';
import { SECRET_PLACEHOLDER } from './node.ts';
import { correct, sdkCall, type Corrections, type Parameters, type SdkCall } from './sdk-call.ts';

/**
 * The link by the SDK for Python. That SDK insists on a redirect URI; where the link has none, it
 * is given the default one, and the link is left without again.
 */
export function pythonSnippet(parameters: Parameters, defaultRedirectUri: string): string {
	const call = sdkCall(parameters);
	const redirectUri = call.redirectUri ?? defaultRedirectUri;
	const writes = new Map(call.written);
	writes.set('redirect_uri', redirectUri).set('scope', call.scope?.join(' ') ?? '');
	const options = [
		...(call.forcePrompt ? ["'force_prompt': True"] : []),
		...(call.state ? [`'state': ${text(call.state)}`] : []),
		...(call.make ? [`'make_bypass': ${text(call.make)}`] : []),
		...singleSelect(call.singleSelect),
		...(call.flags.length > 0 ? [`'flags': ${flags(call.flags)}`] : []),
		...(call.user ? [`'user': ${text(call.user)}`] : [])
	];
	const corrections = correct(parameters, writes);
	const corrected = corrections.set.length + corrections.remove.length > 0;
	return [
		...(corrected ? ['from urllib.parse import parse_qsl, urlencode, urlsplit', ''] : []),
		'import smartcar',
		'',
		'client = smartcar.AuthClient(',
		`    client_id=${text(call.id)},`,
		`    client_secret=${text(SECRET_PLACEHOLDER)},`,
		`    redirect_uri=${text(redirectUri)},`,
		`    mode=${text(call.mode)},`,
		')',
		'link = client.get_auth_url(',
		`    [${(call.scope ?? []).map(text).join(', ')}],`,
		...(options.length > 0
			? ['    {', ...options.map((entry) => `        ${entry},`), '    },']
			: []),
		')',
		...(corrected ? correction(corrections) : [])
	].join('\n');
}

function correction({ set, remove }: Corrections): readonly string[] {
	return [
		'',
		'# The SDK has no option for the following.',
		'parts = urlsplit(link)',
		'query = dict(parse_qsl(parts.query))',
		...remove.map((name) => `query.pop(${text(name)}, None)`),
		...set.map(([name, value]) => `query[${text(name)}] = ${text(value)}`),
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
