import type { LinkFinding, RequestCode, RequestFinding } from './finding.ts';
import type { ConnectContext, ConnectQuery } from './link.ts';
import { CHECKS } from './order.ts';

/** What makes an authorization endpoint refuse a link. */
export type RequestError = LinkFinding | RequestFinding;

/** Whether there are words for it, since links are told of it too. */
export function isTold(error: RequestError): error is LinkFinding {
	return 'severity' in error;
}

interface Stage {
	readonly name: string;
	/** Errors that no stage before it has taken. */
	readonly takes: (error: RequestError, query: ConnectQuery) => boolean;
}

const about =
	(...names: readonly string[]) =>
	({ parameter }: RequestError) =>
		parameter !== null && names.includes(parameter);

const aboutClient = about('client_id', 'application_id');
const aboutRedirect = about('redirect_uri');
const isRepeat = ({ code }: RequestError) => code === 'repeated' || code === 'repeated-differently';

const PKCE: ReadonlySet<RequestError['code']> = new Set<RequestCode>([
	'pkce-without-challenge',
	'pkce-method',
	'pkce-challenge'
]);

/**
 * The order in which the authorization endpoint judges: client, then redirect URI, then everything
 * else. Before those two are verified nothing may redirect (RFC 6749 section 4.1.2.1).
 */
const STAGES = [
	{
		name: 'client',
		takes: (error: RequestError) => aboutClient(error) && error.code !== 'repeated'
	},
	{
		name: 'redirect',
		takes: (error: RequestError, { parameters }: ConnectQuery) =>
			aboutRedirect(error) &&
			error.code !== 'repeated' &&
			// An empty one counts as absent, whatever stands beside it; one that is registered was judged then.
			(parameters.redirectUri !== undefined || error.code === 'no-default-redirect') &&
			!(error.code === 'redirect-form' && error.registered)
	},
	{ name: 'repeats', takes: isRepeat },
	{ name: 'response-type', takes: about('response_type') },
	{ name: 'carrier', takes: ({ code }: RequestError) => code === 'carrier' },
	{ name: 'pkce', takes: ({ code }: RequestError) => PKCE.has(code) },
	{ name: 'scope', takes: ({ code }: RequestError) => code === 'scope-word' },
	// An unknown brand is a vehicle that is not supported, an unknown vehicle one that is not connected.
	{ name: 'later', takes: about('make', 'vehicle_id', 'redirect_uri', 'scope') },
	{ name: 'values', takes: () => true }
] as const satisfies readonly Stage[];

export type StageName = (typeof STAGES)[number]['name'];

/** The errors of a link as it came, by the stages in their order; within one in the order of the checks. */
export function errorsByStage(
	query: ConnectQuery,
	context: ConnectContext
): ReadonlyMap<StageName, readonly RequestError[]> {
	const rest = new Set(errorsOf(query, context));
	return new Map(
		STAGES.map(({ name, takes }) => {
			const taken = [...rest].filter((error) => takes(error, query));
			for (const error of taken) rest.delete(error);
			return [name, taken] as const;
		})
	);
}

function errorsOf(query: ConnectQuery, context: ConnectContext): readonly RequestError[] {
	return CHECKS.flatMap((row): readonly RequestError[] =>
		row.by === 'sandbox'
			? row.check(query)
			: row.check(query, context).filter(({ severity }) => severity === 'error')
	);
}
