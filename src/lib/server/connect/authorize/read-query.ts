import { REFUSE_PARAMETER } from '#lib/access/connect-url/refuse.ts';
import type { ConnectFinding } from '#lib/access/connect-url/finding.ts';
import type { ConnectParameters, ConnectPath } from '#lib/access/connect-url/parameters.ts';
import { CONNECT_PATHS } from '#lib/access/connect-url/parameters.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';

/** Longest query that is read. */
export const MAX_QUERY_LENGTH = 8192;

/** Parameters that only this server reads, beside those of a Connect link. */
export interface ExtraParameters {
	readonly codeChallenge: string | null;
	readonly codeChallengeMethod: string | null;
	/** Optional permissions that start unticked. */
	readonly refuse: string | null;
	/** First of the parameters of OpenID Connect that would carry the request otherwise. */
	readonly carrier: (typeof CARRIERS)[number] | null;
}

export interface ConnectQuery {
	/** Without empty values, which count as absent (RFC 6749 section 3.1). */
	readonly parameters: ConnectParameters;
	readonly extra: ExtraParameters;
	/** What is wrong with the text itself. */
	readonly problems: readonly ConnectFinding[];
	/** Names that stand more than once, whatever their values. */
	readonly repeated: readonly string[];
}

const CARRIERS = ['request', 'request_uri', 'registration'] as const;

/** Reads the query of a Connect link. Never throws. */
export function readConnectQuery(path: ConnectPath, search: string): ConnectQuery {
	const { parameters, problems } = parseConnectUrl(`${CONNECT_PATHS[path]}${search}`);
	const all = new URLSearchParams(search);
	const value = (name: string) => all.get(name) || null;
	const names = [...all.keys()];
	const present = Object.fromEntries(
		Object.entries(parameters).filter(([, text]) => text !== '' && text !== undefined)
	);
	return {
		parameters: { ...present, path },
		extra: {
			codeChallenge: value('code_challenge'),
			codeChallengeMethod: value('code_challenge_method'),
			refuse: value(REFUSE_PARAMETER),
			carrier: CARRIERS.find((name) => value(name) !== null) ?? null
		},
		problems: problems.filter(({ severity }) => severity === 'error'),
		repeated: [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
	};
}
