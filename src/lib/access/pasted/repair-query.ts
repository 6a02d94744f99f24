import { quote } from '../characters.ts';
import { encodeValue } from '../connect-url/encoding.ts';
import { findingNamed, type ConnectFinding } from '../connect-url/finding.ts';
import { PARAMETER_NAMES } from '../connect-url/parameter-table.ts';
import { splitQuery } from '../connect-url/parse.ts';
import { ENTITY, repairLink, type RepairedLink } from '../connect-url/repair-link.ts';
import type { FoundLink } from './find-links.ts';
import { isPlaceholder } from './placeholder.ts';
import { readPlainScope } from './plain-scope.ts';

const finding = findingNamed(null);
const aboutScope = findingNamed('scope');

const KNOWN = PARAMETER_NAMES.join('|');
const HOLDS_PARAMETER = new RegExp(`(?:^|[&?])(?:${KNOWN})=`);
/** PHP and some HTTP clients write a list as `scope[]=` or `scope[0]=`. */
const SCOPE = /^\s*scope(?:\[\d{0,3}\]|%5B\d{0,3}%5D)?=/i;
const WRONG_SEPARATOR = new RegExp(`[?;](?=(?:${KNOWN})=)`, 'g');
const BEGINS_WITH_PARAMETER = new RegExp(`^[&?]?(?:${KNOWN})=`);

/** Puts a found link right so far that the exact reader finds what was meant in it. */
export function repairQuery({ link: pasted, inMarkup }: FoundLink): RepairedLink {
	const unescaped = inMarkup ? pasted.replace(ENTITY, '&') : pasted;
	const { link, repairs } = repairLink(unescaped);
	const found = [...repairs];
	const steps = [repairAddress, repairSeparators, repairFragment, repairScope];
	const repaired = steps.reduce((text, step) => step(text, found), link);
	return { link: repaired, repairs: found };
}

function repairAddress(link: string, found: ConnectFinding[]): string {
	let text = link;
	if (!text.includes('?') && /oauth\/+(?:authorize|reauthenticate)\/?&/i.test(text)) {
		text = text.replace('&', '?');
		found.push(
			finding(
				'error',
				'no-question-mark',
				'A “?” begins the query; write it instead of the first “&”.'
			)
		);
	}
	const [address = ''] = text.split('?');
	const folded = address.replace(
		/^([a-z]+:\/\/)?(.*)$/i,
		(_, scheme: string = '', rest: string) => scheme + rest.replace(/\/{2,}/g, '/')
	);
	if (folded !== address) {
		text = folded + text.slice(address.length);
		found.push(
			finding('warning', 'double-slash', 'Two slashes in a row are another address; write one.')
		);
	}
	return text;
}

/** A second `?`, or a `;`, where `&` has to stand; a redirect URI or a state may hold its own. */
function repairSeparators(link: string, found: ConnectFinding[]): string {
	const at = link.indexOf('?') + 1;
	let sign = '';
	const query = link
		.slice(at)
		.split('&')
		.map((part) =>
			/^(?:redirect_uri|state)=/.test(part)
				? part
				: part.replace(WRONG_SEPARATOR, (wrong: string) => {
						sign = wrong;
						return '&';
					})
		)
		.join('&');
	if (sign === '') return link;
	const fault = `“${sign}” stands between parameters, so that Connect takes all of it for one value; write “&”.`;
	found.push(finding('error', 'parameter-separator', fault));
	return link.slice(0, at) + query;
}

/** What stands behind `#` never leaves the browser. */
function repairFragment(link: string, found: ConnectFinding[]): string {
	const at = link.indexOf('#');
	if (at === -1) return link;
	const [before, after] = [link.slice(0, at), link.slice(at + 1)];
	const lost = `Everything from “#” on stays in the browser, so Connect never sees ${quote(link.slice(at))}.`;
	if (!HOLDS_PARAMETER.test(after)) {
		found.push(
			finding(
				'warning',
				'fragment',
				`${lost} Leave it out, or write a “#” that belongs to a value as %23.`
			)
		);
		return before;
	}
	found.push(finding('error', 'fragment', `${lost} Write a “#” that belongs to a value as %23.`));
	// The colour of the flag has none.
	if (/[=:]color:$/i.test(before)) return before + repairFragment(after, []);
	return BEGINS_WITH_PARAMETER.test(after)
		? `${before}&${after.replace(/^[&?]/, '')}`
		: `${before}%23${after.replaceAll('#', '%23')}`;
}

/** One scope in the platform's form, where lists, other separators and several scopes stood. */
function repairScope(link: string, found: ConnectFinding[]): string {
	const at = link.indexOf('?') + 1;
	const parts = link.slice(at).split('&');
	const scopes = parts.filter((part) => SCOPE.test(part));
	const values = scopes.map((part) => splitQuery(part)[0]?.value ?? '');
	const sent = values[0] ?? '';
	if (values.every(isPlaceholder)) return link;
	const plain = readPlainScope(values.join(' '));
	const other = scopes.map((part) => part.split('=')[0] ?? '').find((name) => name !== 'scope');
	const several = values.some((value) => value !== sent);
	if (scopes.length === 1 && other !== undefined) {
		const fault = `${quote(other)} is another name, which Connect does not know; write “scope”, with all names in it.`;
		found.push(aboutScope('error', 'scope-name', fault));
	} else if (several || other !== undefined) {
		found.push(
			aboutScope(
				'error',
				'several-scopes',
				'It stands more than once; Connect reads one, so write all names into it.'
			)
		);
	}
	if (plain.odd.length > 0) {
		const fault = plain.odd.slice(0, 5).join(' ');
		const right = plain.meant === '' ? 'leave it out' : `write scope=${encodeValue(plain.meant)}`;
		found.push(
			aboutScope(
				'error',
				'scope-form',
				`${fault} The platform refuses the scope as it is; ${right}.`
			)
		);
	}
	if (!several && other === undefined && plain.odd.length === 0) return link;
	const rest = parts.filter((part) => !scopes.includes(part) || part === scopes[0]);
	const query = rest.map((part) =>
		part === scopes[0] ? `scope=${encodeValue(plain.meant)}` : part
	);
	return link.slice(0, at) + query.join('&');
}
