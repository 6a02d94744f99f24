import { encodeValue } from '#lib/access/connect-url/encoding.ts';
import { CONNECT_PATHS } from '#lib/access/connect-url/parameters.ts';
import { readConnectQuery } from './authorize/read-query.ts';

/** A link that the sample client opened, as it knows it again by its `state`. */
export interface SampleRun {
	readonly clientId: string;
	readonly redirectUri: string;
}

/** The query of a Connect link that the sample client is given. */
export interface SampleLink {
	/** In lower case; empty where the link names none. */
	readonly clientId: string;
	readonly redirectUri: string | undefined;
	readonly state: string | undefined;
	/** Path on this server that it belongs to. */
	readonly path: string;
}

export function readSampleLink(search: string): SampleLink {
	const path = new URLSearchParams(search).has('vehicle_id') ? 'reauthenticate' : 'authorize';
	const { clientId = '', redirectUri, state } = readConnectQuery(path, search).parameters;
	return { clientId: clientId.toLowerCase(), redirectUri, state, path: CONNECT_PATHS[path] };
}

interface RegisteredUri {
	readonly uri: string;
	readonly isDefault: boolean;
	/** Leads to the sample client. */
	readonly isBuiltIn: boolean;
}

/**
 * What the sample client remembers of a link; null where it ends elsewhere.
 *
 * @param sampleUri its address on this server: another server on the same storage may have led the
 * built-in redirect URI to itself, and knows the run, too
 */
export function runOf(
	link: Pick<SampleLink, 'redirectUri'>,
	application: {
		readonly clientId: string;
		readonly redirectUris: readonly RegisteredUri[];
	} | null,
	sampleUri: string
): SampleRun | null {
	if (!application) return null;
	const { clientId, redirectUris } = application;
	const redirectUri = link.redirectUri ?? redirectUris.find(({ isDefault }) => isDefault)?.uri;
	const end = redirectUris.find(({ uri }) => uri === redirectUri);
	if (!end || !(end.isBuiltIn || end.uri === sampleUri)) return null;
	return { clientId, redirectUri: end.uri };
}

/** The query with a `state`. An empty one counts as absent, but beside ours it would be a second. */
export function withState(search: string, state: string): string {
	const rest = search
		.slice(1)
		.split('&')
		.filter((part) => !/^(state=?)?$/.test(part));
	return `?${[...rest, `state=${encodeValue(state)}`].join('&')}`;
}
