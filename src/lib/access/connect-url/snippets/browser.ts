import { literal } from './literal.ts';
import { list, object } from './node.ts';
import { correct, sdkCall, type Parameters, type SdkCall } from './sdk-call.ts';

/** The link by `@smartcar/auth`, the SDK for the browser; a module that ends with `link`. */
export function browserSnippet(parameters: Parameters): string {
	const call = sdkCall(parameters);
	const externalId = parameters.get('external_id') ?? '';
	const responseType = parameters.get('response_type') === 'none' ? 'none' : 'code';
	const flagWords = parameters.get('flags')?.split(' ') ?? [];
	const setup = [
		`applicationId: ${literal(call.id)}`,
		...(call.redirectUri ? [`redirectUri: ${literal(call.redirectUri)}`] : []),
		...(call.scope ? [`scope: ${list(call.scope)}`] : []),
		`mode: ${literal(call.mode)}`,
		...(responseType === 'none' ? [`responseType: ${literal(responseType)}`] : []),
		...(externalId ? [`externalId: ${literal(externalId)}`] : []),
		'onComplete: (error, code, state) => { /* send the code to your server */ }'
	];
	const options = [
		...(call.state ? [`state: ${literal(call.state)}`] : []),
		...(call.forcePrompt ? ['forcePrompt: true'] : []),
		...(call.make ? [`vehicleInfo: { make: ${literal(call.make)} }`] : []),
		...singleSelect(call.singleSelect),
		...(flagWords.length > 0 ? [`flags: ${list(flagWords)}`] : []),
		...(call.user ? [`user: ${literal(call.user)}`] : [])
	];
	const writes = new Map(call.written)
		.set('response_type', responseType)
		.set('application_id', call.id)
		.set('client_id', call.id)
		.set('flags', flagWords.join(' '))
		.set('external_id', externalId);
	return [
		"import Smartcar from '@smartcar/auth';",
		'',
		`const smartcar = new Smartcar(${object(setup)});`,
		'',
		`const link = smartcar.getAuthUrl(${options.length > 0 ? object(options) : ''})${appendix(parameters, writes)};`
	].join('\n');
}

/**
 * What the SDK has no option for, behind its link. The link is not taken apart: the SDK writes a
 * raw `+` into `state`, which a reader of queries would take for a space.
 */
function appendix(parameters: Parameters, writes: ReadonlyMap<string, string>): string {
	const missing = correct(parameters, writes).set.filter(([name]) => !writes.has(name));
	return missing
		.map(([name, value]) => ` +\n  ${literal(`&${name}=${encodeURIComponent(value)}`)}`)
		.join('');
}

function singleSelect(choice: SdkCall['singleSelect']): readonly string[] {
	if (!choice) return [];
	return ['vin' in choice ? `singleSelect: { vin: ${literal(choice.vin)} }` : 'singleSelect: true'];
}
