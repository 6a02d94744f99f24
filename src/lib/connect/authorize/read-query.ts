import { MAX_URL_LENGTH } from '#lib/access/connect-url/checks/length.ts';
import { CARRIERS, type ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import { CONNECT_PATHS, type ConnectPath } from '#lib/access/connect-url/parameters.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import { REFUSE_PARAMETER } from '#lib/access/connect-url/refuse.ts';

/** Longest query that is read: that of the longest link that is handed out. */
export const MAX_QUERY_LENGTH = MAX_URL_LENGTH;

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
