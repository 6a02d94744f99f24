import type { ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import { errorsByStage, isTold } from '#lib/access/connect-url/checks/stages.ts';
import { showPage, type NamedClient, type ShownPage } from './page-refusal.ts';

/** What storage knows of a link's client id. */
export interface FoundClient<A> {
	readonly application: A | null;
	/** The application that had it before, by its present id. */
	readonly renamed: NamedClient | null;
}

/**
 * The application that a link is for. Without one nothing may redirect (RFC 6749 section 4.1.2.1).
 * The id of an application is well formed, so the form is judged only where there is none.
 */
export function judgeClient<A>(
	query: ConnectQuery,
	{ application, renamed }: FoundClient<A>,
	developer: boolean
): A | ShownPage {
	const { idParameter: parameter = 'client_id', clientId } = query.parameters;
	if (clientId === undefined) return showPage({ code: 'no-client-id', parameter });
	const about = { parameter, clientId };
	const errors = (errorsByStage(query, { makes: [] }).get('client') ?? []).filter(isTold);
	const unreadable = errors.find((error) => query.problems.includes(error));
	if (unreadable) return showPage({ code: 'client-id', ...about, fault: unreadable });
	if (application) return application;
	if (renamed) {
		return showPage({ code: 'former-client-id', ...about, now: developer ? renamed : null });
	}
	const [form] = errors;
	return showPage(
		form
			? { code: 'client-id', ...about, fault: form }
			: { code: 'unknown-client', ...about, developer }
	);
}
