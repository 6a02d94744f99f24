import { UUID } from '../client-id.ts';
import { foldQuery } from '../fold.ts';

/** What an API path has in front of what it names: host, version, the vehicle. */
const HOST = /^(?:[a-z]+:\/\/)?[\w.-]+\.[a-z]{2,}(?=\/)/i;
const VERSION = /^\/?v\d+(?:\.\d+)?(?=\/|$)/i;
const VEHICLE = new RegExp(
	`^/?vehicles?/(?:\\{[^{}/]*\\}|<[^<>/]*>|\\$\\{?[\\w.]+\\}?|:\\w+|${UUID.source.slice(1, -1)}|\\w*id)(?=/|$)`,
	'i'
);

/** What a scope has in front of a name. */
const IN_FRONT = /^(?:[?&]?scope=(?=.))?(?:(?:required|optional)(?::|%3A)(?=.))*/i;

/**
 * The pieces of what somebody searches for. The name of a link's parameter, a scope's `required:`
 * and the front of an API path are left out, since they are the same for every item.
 */
export function readQuery(query: string): readonly string[] {
	const bare = query
		.replace(/%20/g, ' ')
		.split(/\s+/)
		.map((word) => {
			const name = word.replace(IN_FRONT, '');
			return name.includes('/') ? withoutFront(name) : name;
		})
		.join(' ');
	return foldQuery(bare);
}

function withoutFront(path: string): string {
	const rest = [HOST, VERSION, VEHICLE].reduce((text, front) => text.replace(front, ''), path);
	// The path of the vehicle itself names it.
	return rest.replaceAll('/', '') === '' ? path : rest;
}
