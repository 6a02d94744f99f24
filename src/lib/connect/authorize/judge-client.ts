import { quote } from '#lib/access/characters.ts';
import type { ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import { errorsByStage, isTold } from '#lib/access/connect-url/checks/stages.ts';
import { describeFault } from '#lib/access/connect-url/finding-words.ts';
import type { PageRefusal } from './page-refusal.ts';

/** What storage knows of a link's client id. */
export interface FoundClient<A> {
	readonly application: A | null;
	/** The application that had it before, by its present id. */
	readonly renamed: { readonly clientId: string; readonly name: string } | null;
}

/**
 * The application that a link is for. Without one nothing may redirect (RFC 6749 section 4.1.2.1).
 * The id of an application is well formed, so the form is judged only where there is none.
 */
export function judgeClient<A>(
	query: ConnectQuery,
	{ application, renamed }: FoundClient<A>,
	developer: boolean
): A | PageRefusal {
	const { idParameter: name = 'client_id', clientId } = query.parameters;
	if (clientId === undefined) {
		return {
			message: `400: Missing required parameter: "${name}"`,
			advice:
				'The link has to name its application: add client_id with the application’s client id.'
		};
	}
	const message = `400: Invalid parameter ${name}: ${clientId.slice(0, 100)}.`;
	const errors = (errorsByStage(query, { makes: [] }).get('client') ?? []).filter(isTold);
	const unreadable = errors.find((error) => query.problems.includes(error));
	if (unreadable) return { message, advice: describeFault(unreadable) };
	if (application) return application;
	if (renamed) return { message, advice: describeFormer(clientId, renamed, developer) };
	const [form] = errors;
	return { message, advice: form ? describeFault(form) : describeUnknown(clientId, developer) };
}

function describeUnknown(clientId: string, developer: boolean): string {
	return developer
		? `No application here has the client id ${quote(clientId)}. Look it up on the Credentials page of yours.`
		: 'The link belongs to no application. Ask whoever gave it to you for a new one.';
}

function describeFormer(
	formerId: string,
	{ clientId, name }: NonNullable<FoundClient<unknown>['renamed']>,
	developer: boolean
): string {
	return developer
		? `${quote(formerId)} was the client id of “${name}” until it was changed; the application’s client id is ${clientId} now. Write that one.`
		: `The client id ${quote(formerId)} was replaced by another. Ask whoever gave you the link for a new one.`;
}
