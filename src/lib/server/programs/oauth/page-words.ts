import { quote } from '#lib/access/characters.ts';
import type { LinkFault } from '#lib/access/connect-url/checks/finding.ts';
import { describeFault } from '#lib/access/connect-url/finding-words.ts';
import { describeScopeFinding } from '#lib/access/scope-words.ts';
import type { NamedClient, PageRefusal } from '#lib/connect/authorize/page-refusal.ts';
import { wordAnswer } from './connect-words.ts';

/** What a page says on which Connect ends before anything could redirect. */
export interface PageWords {
	/** In the platform's wording where that is known. */
	readonly message: string;
	/** What to do about it, for the developer. */
	readonly advice: string;
}

/** Words a refusal that is shown on a page of our own. */
export function wordPage(refusal: PageRefusal): PageWords {
	switch (refusal.code) {
		case 'link-too-long':
			return {
				message: `400: The link is longer than ${refusal.most} characters`,
				advice: 'Shorten it, for example by keeping state in your app and sending a short id.'
			};
		case 'no-client-id':
			return {
				message: missing(refusal.parameter),
				advice:
					'The link has to name its application: add client_id with the application’s client id.'
			};
		case 'client-id':
		case 'unknown-client':
		case 'former-client-id':
			return {
				message: `400: Invalid parameter ${refusal.parameter}: ${refusal.clientId.slice(0, 100)}.`,
				advice: adviseClient(refusal)
			};
		case 'redirect-uri':
			return {
				message: '400: Unauthorized redirect_uri',
				advice: adviseRedirect(refusal.fault)
			};
		case 'no-response-type': {
			const usual = refusal.path === 'reauthenticate' ? 'vehicle_id' : 'code';
			return {
				message: missing('response_type'),
				advice: `Add response_type=${usual} to the link.`
			};
		}
		case 'unknown-permissions': {
			const names = refusal.problems.map(({ word }) => word.replace(/^required:/, '')).join(', ');
			return {
				message: `400: Application not authorized to request permission(s): ${names}`,
				advice: refusal.problems.map(describeScopeFinding).join(' ')
			};
		}
		case 'nowhere-to-tell': {
			const { error, description } = wordAnswer(refusal.answer);
			return { message: `400: ${error}`, advice: description };
		}
	}
}

function missing(parameter: string): string {
	return `400: Missing required parameter: "${parameter}"`;
}

type ClientRefusal = Extract<
	PageRefusal,
	{ readonly code: 'client-id' | 'unknown-client' | 'former-client-id' }
>;

function adviseClient(refusal: ClientRefusal): string {
	const id = quote(refusal.clientId);
	switch (refusal.code) {
		case 'client-id':
			return describeFault(refusal.fault);
		case 'unknown-client':
			return refusal.developer
				? `No application here has the client id ${id}. Look it up on the Credentials page of yours.`
				: 'The link belongs to no application. Ask whoever gave it to you for a new one.';
		case 'former-client-id':
			return refusal.now === null
				? `The client id ${id} was replaced by another. Ask whoever gave you the link for a new one.`
				: adviseRenamed(id, refusal.now);
	}
}

function adviseRenamed(former: string, { clientId, name }: NamedClient): string {
	return `${former} was the client id of “${name}” until it was changed; the application’s client id is ${clientId} now. Write that one.`;
}

function adviseRedirect(fault: LinkFault): string {
	switch (fault.code) {
		case 'no-default-redirect':
			return 'The link names no redirect URI and the application has no default; register one.';
		case 'redirect-form':
		case 'not-registered':
			return 'The redirect URI of the link is not one of the registered ones. They are compared character by character.';
		default:
			return describeFault(fault);
	}
}
