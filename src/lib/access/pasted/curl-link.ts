import { encodeValue } from '../connect-url/encoding.ts';

/** Furthest that a command is read. */
const LONGEST_COMMAND = 8000;

const DATA =
	/(?:^|\s)(?:-d|--data(?:-urlencode|-raw|-binary)?)[ =]{0,4}(?:'([^']{0,4000})'|"([^"]{0,4000})"|([^\s'"]{1,4000}))/g;

/** `name==value` as HTTPie writes a parameter of the query. */
const HTTPIE = /(?:^|\s)([a-z_]{2,40})==(?:'([^']{0,4000})'|"([^"]{0,4000})"|([^\s'"]{1,4000}))/g;

/**
 * The link that `curl -G` or HTTPie would ask for: its address with the data as a query.
 *
 * @returns null when the address stands in no such command.
 */
export function curlLink(
	text: string,
	address: { readonly start: number; readonly end: number; readonly link: string }
): { readonly link: string; readonly start: number; readonly end: number } | null {
	const line = text.slice(Math.max(0, text.lastIndexOf('\n\n', address.start)), address.start);
	const command = line.slice(-LONGEST_COMMAND);
	const isCurl = /(?:^|\s)curl\s/.test(command);
	const isHttpie = /(?:^|\s)https?\s/.test(command);
	if (!isCurl && !isHttpie) return null;
	const behind = text.slice(address.end, address.end + LONGEST_COMMAND).split('\n\n')[0] ?? '';
	const before = isCurl ? command.slice(command.lastIndexOf('curl')) : '';
	if (isCurl && !/(?:^|\s)(?:-[a-zA-Z]*G|--get)(?=\s|$)/.test(before + ' ' + behind)) return null;
	const pairs = isCurl
		? [...matches(DATA, before), ...matches(DATA, behind)].map((match) => {
				const data = match[1] ?? match[2] ?? match[3] ?? '';
				const at = data.indexOf('=');
				return match[0].includes('urlencode')
					? `${data.slice(0, at)}=${encodeValue(data.slice(at + 1))}`
					: data;
			})
		: matches(HTTPIE, behind).map(
				([, name = '', single, double, bare]) =>
					`${name}=${encodeValue(single ?? double ?? bare ?? '')}`
			);
	if (pairs.length === 0) return null;
	const last = [...matches(isCurl ? DATA : HTTPIE, behind)].at(-1);
	const end = last ? address.end + last.index + last[0].length : address.end;
	const joint = address.link.includes('?') ? '&' : '?';
	const start = address.start - before.length;
	return { link: `${address.link}${joint}${pairs.join('&')}`, start, end };
}

function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
	return [...text.matchAll(pattern)];
}
