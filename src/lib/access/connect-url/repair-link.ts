import { quote } from '../characters.ts';
import { decodeValue, encodeValue } from './encoding.ts';
import type { ConnectFinding } from './finding.ts';

/** A pasted link as it was probably meant, ready for `parseConnectUrl`. */
export interface RepairedLink {
	readonly link: string;
	/** What was put right. With any of it the platform refuses the link as it was pasted. */
	readonly repairs: readonly ConnectFinding[];
}

/** How often a value is decoded in search of its plain form. */
const MAX_ROUNDS = 4;

/** The ways in which the source of a page writes `&`. */
export const ENTITY = /&(?:amp|#38|#x26);/gi;

/**
 * Puts right what people paste although no browser would send it so: `&` as an entity, and a scope
 * or a redirect URI that is encoded more than once. Says what the platform would have read instead.
 * Never throws.
 */
export function repairLink(text: string): RepairedLink {
	const repairs: ConnectFinding[] = [];
	const [entity] = text.match(ENTITY) ?? [];
	if (entity !== undefined) repairs.push(describeEntity(entity));
	const link = text
		.replace(ENTITY, '&')
		.replace(
			/([?&\s]|^)(scope|redirect_uri)=([^&#\s]*)/g,
			(part, before: string, name: string, raw: string) => {
				const sent = decodeValue(raw).text;
				const meant = name === 'scope' ? plainScope(sent) : plainAddress(sent);
				if (meant === sent) return part;
				repairs.push(describeRepeat(name, sent, meant));
				return `${before}${name}=${encodeValue(meant)}`;
			}
		);
	return { link, repairs };
}

/** No permission's name holds `%` or `+`. */
function plainScope(sent: string): string {
	let text = sent;
	for (let round = 0; round < MAX_ROUNDS && /%[0-9a-f]{2}|\+/i.test(text); round++) {
		text = decodeValue(text).text;
	}
	return text;
}

/** An address may hold `%` of its own; one whose scheme ends in `%3A` is encoded as a whole. */
function plainAddress(sent: string): string {
	let text = sent;
	for (let round = 0; round < MAX_ROUNDS && /^[a-z][a-z0-9+.-]*%(?:25)*3a/i.test(text); round++) {
		text = decodeValue(text, 'literal').text;
	}
	return text;
}

function describeEntity(entity: string): ConnectFinding {
	return {
		parameter: null,
		severity: 'error',
		code: 'html-entity',
		message: `“${entity}” stands for “&”, as in the source of a page; a browser would send a name that begins with “${entity.slice(1)}”, which Connect does not know. Write “&”.`
	};
}

function describeRepeat(name: string, sent: string, meant: string): ConnectFinding {
	const what = name === 'scope' ? 'the one name' : 'the address';
	return {
		parameter: name,
		severity: 'error',
		code: 'encoded-twice',
		message: `It is encoded more than once, so that the platform reads ${what} ${quote(sent)} and refuses it; write ${name}=${encodeValue(meant)}.`
	};
}
