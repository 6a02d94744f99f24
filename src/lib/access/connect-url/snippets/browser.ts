import { LIVE_CONNECT_ORIGIN } from '../parameters.ts';
import { BROWSER_SDK_PAGE } from '../redirect-uri.ts';
import { SANDBOX_REDIRECT } from '../sandbox-link.ts';
import type { Target } from './environment.ts';
import { literal } from './literal.ts';
import { indent, list, object } from './node.ts';
import { correct, sdkCall, type Parameters, type SdkCall } from './sdk-call.ts';

/** What this SDK has an option for, besides what every SDK has. */
const OPTIONS = ['application_id', 'external_id', 'flags', 'redirect_uri'];

/** The page that hands the answer of Connect over to the SDK, without the origin of the app. */
export function browserPage(target: Target): string {
	return `${target.kind === 'live' ? BROWSER_SDK_PAGE : target.origin + SANDBOX_REDIRECT}?app_origin=`;
}

/** Whether a redirect URI leads to a page that hands the answer over to the SDK. */
export function isBrowserPage(redirectUri: string): boolean {
	return redirectUri.includes('app_origin=');
}

/**
 * A module with `@smartcar/auth`, the SDK for the browser: a button opens Connect, and the code
 * goes to the app's own server, since the secret must not be in a browser.
 */
export function browserSnippet(parameters: Parameters, target: Target): string {
	const call = sdkCall(parameters);
	const externalId = parameters.get('external_id') ?? '';
	const flagWords = parameters.get('flags')?.split(' ') ?? [];
	const setup = [
		`applicationId: ${literal(call.id)}`,
		...redirectUri(call, target),
		...(call.scope ? [`scope: ${list(call.scope)}`] : []),
		`mode: ${literal(call.mode)}`,
		...(call.endsWithCode ? [] : ["responseType: 'none'"]),
		...(externalId ? [`externalId: ${literal(externalId)}`] : []),
		onComplete(call)
	];
	const options = [
		"id: 'connect'",
		...(call.state ? [`state: ${literal(call.state)}`] : []),
		...(call.forcePrompt ? ['forcePrompt: true'] : []),
		...(call.make ? [`vehicleInfo: { make: ${literal(call.make)} }`] : []),
		...singleSelect(call.singleSelect),
		...(flagWords.length > 0 ? [`flags: ${list(flagWords)}`] : []),
		...(call.user ? [`user: ${literal(call.user)}`] : [])
	];
	const written = new Set([...call.written.keys(), ...OPTIONS]);
	return [
		"import Smartcar from '@smartcar/auth';",
		'',
		`const smartcar = new Smartcar(${object(setup)});`,
		'',
		...rewrittenLink(parameters, written, target),
		`// For <button id="connect">.`,
		`smartcar.addClickHandler(${object(options)});`
	].join('\n');
}

function redirectUri({ redirectUri: uri, endsWithCode }: SdkCall, target: Target) {
	if (uri && isBrowserPage(uri)) return [`redirectUri: ${literal(uri)}`];
	if (!uri && !endsWithCode) return [];
	return [`redirectUri: ${literal(browserPage(target))} + location.origin`];
}

function onComplete({ endsWithCode }: SdkCall): string {
	const then = endsWithCode
		? [
				'// Your server exchanges it, with the redirect URI from above.',
				"await fetch('/connect', { method: 'POST', body: new URLSearchParams({ code }) });"
			]
		: ['// No code comes back; the vehicles are connected.'];
	return `async onComplete(error, code) {\n${indent(['if (error) throw error;', ...then].join('\n'))}\n}`;
}

/**
 * Where the SDK's links are changed: led to the sandbox, since it knows the platform's host alone,
 * and told what it has no option for. The link is not taken apart for that: the SDK writes a raw
 * `+` into `state`, which a reader of queries would take for a space.
 */
function rewrittenLink(
	parameters: Parameters,
	written: ReadonlySet<string>,
	target: Target
): readonly string[] {
	const missing = correct(parameters, new Map()).set.filter(([name]) => !written.has(name));
	if (target.kind === 'live' && missing.length === 0) return [];
	const led =
		target.kind === 'sandbox'
			? `.replace(${literal(LIVE_CONNECT_ORIGIN)}, ${literal(target.origin)})`
			: '';
	const told = missing.map(
		([name, value]) => ` +\n  ${literal(`&${name}=${encodeURIComponent(value)}`)}`
	);
	return [
		target.kind === 'sandbox'
			? '// The SDK knows the live platform alone; this leads its links to the sandbox.'
			: '// The SDK has no option for the following.',
		'const getAuthUrl = smartcar.getAuthUrl.bind(smartcar);',
		`smartcar.getAuthUrl = (options) =>\n  getAuthUrl(options)${led}${told.join('')};`,
		''
	];
}

function singleSelect(choice: SdkCall['singleSelect']): readonly string[] {
	if (!choice) return [];
	return ['vin' in choice ? `singleSelect: { vin: ${literal(choice.vin)} }` : 'singleSelect: true'];
}
