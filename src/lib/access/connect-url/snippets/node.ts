import { literal } from './literal.ts';
import { correct, isIdName, sdkCall, type Parameters, type SdkCall } from './sdk-call.ts';

const CLIENT_ID = 'process.env.SMARTCAR_CLIENT_ID';

/** A program with `smartcar`, the SDK for Node: it writes the link, or takes the code to the vehicles. */
export function nodeSnippet(parameters: Parameters): string {
	const call = sdkCall(parameters);
	const client = [
		`clientId: ${CLIENT_ID}`,
		'clientSecret: process.env.SMARTCAR_CLIENT_SECRET',
		...(call.redirectUri ? [`redirectUri: ${literal(call.redirectUri)}`] : []),
		`mode: ${literal(call.mode)}`
	];
	const options = [
		...(call.forcePrompt ? ['forcePrompt: true'] : []),
		...(call.state ? [`state: ${literal(call.state)}`] : []),
		...(call.make ? [`makeBypass: ${literal(call.make)}`] : []),
		...singleSelect(call.singleSelect),
		...(call.flags.length > 0 ? [`flags: ${flags(call.flags)}`] : []),
		...(call.user ? [`user: ${literal(call.user)}`] : [])
	];
	const parts = [
		...(call.scope ? [list(call.scope)] : []),
		...(options.length > 0 ? [object(options)] : [])
	];
	const getAuthUrl = `client.getAuthUrl(${parts.join(', ')})`;
	return [
		"import smartcar from 'smartcar';",
		'',
		`const client = new smartcar.AuthClient(${object(client)});`,
		'',
		...correctedLink(getAuthUrl, parameters, call),
		'',
		...(call.endsWithCode
			? exchange
			: ['// No code comes back from this link.', 'console.log(link);'])
	].join('\n');
}

const exchange = [
	'const code = process.argv[2];',
	'if (code === undefined) {',
	'  console.log(link);',
	'} else {',
	'  const { accessToken } = await client.exchangeCode(code);',
	'  const user = await smartcar.getUser(accessToken);',
	'  const { vehicles } = await smartcar.getVehicles(accessToken);',
	"  console.log('user', user.id);",
	'  for (const id of vehicles) {',
	'    const vehicle = new smartcar.Vehicle(id, accessToken);',
	'    const { permissions } = await vehicle.permissions();',
	"    console.log('vehicle', id, permissions.join(' '));",
	'  }',
	'}'
];

/** Statements that make `link` from an expression, with what the SDK has no option for. */
function correctedLink(
	expression: string,
	parameters: Parameters,
	{ written }: SdkCall
): readonly string[] {
	const { set, remove } = correct(parameters, written);
	if (set.length === 0 && remove.length === 0) return [`const link = ${expression};`];
	return [
		`const url = new URL(${expression});`,
		'// The SDK has no option for the following.',
		...remove.map((name) => `url.searchParams.delete(${literal(name)});`),
		...set.map(
			([name, value]) =>
				`url.searchParams.set(${literal(name)}, ${isIdName(name) ? CLIENT_ID : literal(value)});`
		),
		'const link = url.href;'
	];
}

export function object(entries: readonly string[]): string {
	return `{\n${entries.map((entry) => indent(entry)).join(',\n')}\n}`;
}

export function list(texts: readonly string[]): string {
	const line = `[${texts.map((text) => literal(text)).join(', ')}]`;
	return line.length <= 60
		? line
		: `[\n${texts.map((text) => `  ${literal(text)}`).join(',\n')}\n]`;
}

function singleSelect(choice: SdkCall['singleSelect']): readonly string[] {
	if (!choice) return [];
	return [
		'vin' in choice
			? `singleSelect: { vin: ${literal(choice.vin)} }`
			: 'singleSelect: { enabled: true }'
	];
}

function flags(pairs: SdkCall['flags']): string {
	return `{ ${pairs.map(([name, value]) => `${name}: ${literal(value)}`).join(', ')} }`;
}

export function indent(text: string): string {
	return text.replace(/^/gm, '  ');
}
