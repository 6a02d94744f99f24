import { literal } from './literal.ts';
import { correct, sdkCall, type Corrections, type Parameters, type SdkCall } from './sdk-call.ts';

/** Stands where a secret belongs; secrets are never written into a snippet. */
export const SECRET_PLACEHOLDER = 'YOUR_CLIENT_SECRET';

/** The link by `smartcar`, the SDK for Node; an ECMAScript module that ends with `link`. */
export function nodeSnippet(parameters: Parameters): string {
	const call = sdkCall(parameters);
	const client = [
		`clientId: ${literal(call.id)}`,
		`clientSecret: ${literal(SECRET_PLACEHOLDER)}`,
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
		...correctedLink(getAuthUrl, correct(parameters, call.written))
	].join('\n');
}

/** Statements that make `link` from an expression, with what the SDK has no option for. */
export function correctedLink(expression: string, corrections: Corrections): readonly string[] {
	const { set, remove } = corrections;
	if (set.length + remove.length === 0) return [`const link = ${expression};`];
	return [
		`const url = new URL(${expression});`,
		'// The SDK has no option for the following.',
		...remove.map((name) => `url.searchParams.delete(${literal(name)});`),
		...set.map(([name, value]) => `url.searchParams.set(${literal(name)}, ${literal(value)});`),
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

function indent(text: string): string {
	return text.replace(/^/gm, '  ');
}
