import { officialCatalog } from './catalog/official.ts';
import type { ConnectContext } from './connect-url/checks/link.ts';
import { NOT_A_CONNECT_URL } from './connect-url/finding-words.ts';
import type { ConnectFinding } from './connect-url/finding.ts';
import { cleanText, decodeSigns } from './pasted/clean-text.ts';
import { withoutComments, type Aside } from './pasted/comments.ts';
import { findLinks, type FoundLink } from './pasted/find-links.ts';
import { findNames } from './pasted/find-names.ts';
import { readLink } from './pasted/read-link.ts';
import { readCodes, readWords } from './pasted/read-words.ts';
import { askedNames, isBareScope, quotedNames, readNames, scopeOf } from './pasted/read-names.ts';
import type { NamedItem, PastedRequestResult } from './pasted/reading.ts';
import { derive } from './derive.ts';
import { formatRow } from './language/english.ts';
import type { Asked, Piece } from './needs/piece.ts';
import { normalizeSelection } from './selection.ts';
import { asideNames, asideWords, setNamesAside } from './pasted/set-aside.ts';
import { withoutSpans } from './pasted/without-spans.ts';
import { formatScope } from './scope-format.ts';

export type { Offer, PastedRequest, PastedRequestResult, SetAside } from './pasted/reading.ts';

/** Longest piece of a link that stands on its button. */
const LONGEST_LABEL = 80;

/** A text in its parts. */
interface Parts {
	/** With its comments blank. */
	readonly code: string;
	/** With everything in it. */
	readonly whole: string;
	/** As it came. */
	readonly pasted: string;
	readonly asides: readonly Aside[];
	/** What had to be put right to read it at all. */
	readonly findings: readonly ConnectFinding[];
}

/**
 * Reads whatever was pasted – a link however wrapped, a scope in the syntax of any language, a whole
 * file – and explains what it asks for and what was set aside. Takes time in proportion to the text,
 * reads at most 64 kB of it, and never throws.
 */
export function readPastedRequest(text: string, context: ConnectContext): PastedRequestResult {
	const { text: whole, findings } = cleanText(text);
	if (whole.trim() === '') {
		const unseen = text.trim() === '' ? '' : 'Nothing in it can be seen. ';
		return nothing(`${unseen}Paste a scope or a Connect URL.`);
	}
	const { text: code, asides } = withoutComments(whole);
	const parts = { code, whole, pasted: text, asides, findings };
	const links = findLinks(code);
	const [first, ...others] = distinct(links);
	if (!first) return readText(parts);
	const around = decodeSigns(withoutSpans(code, links));
	return readLinks(first, others, around, parts, context);
}

function readLinks(
	first: FoundLink,
	others: readonly FoundLink[],
	around: string,
	{ whole, asides, findings }: Parts,
	context: ConnectContext
): PastedRequestResult {
	const { asked, mentioned, keyed } = askedNames(around);
	const passed = keyed ? asked : quotedNames(around, asked);
	const read = readLink(first, context, { permissions: scopeOf(passed).permissions, keyed });
	const requested = new Set(read.request?.permissions.map(({ name }) => name));
	const beside = [...asked, ...mentioned].filter(
		({ name }) => name === null || !requested.has(name)
	);
	return {
		...read,
		request: read.request && { ...read.request, findings: [...findings, ...read.request.findings] },
		setAside: [
			...setNamesAside(beside, 'The link does not ask for it.'),
			...asideNames(whole, asides, requested),
			...asideWords(around, 'Text around the link.')
		],
		offers: others.map(({ link }) => ({
			label: link.length > LONGEST_LABEL ? `${link.slice(0, LONGEST_LABEL)}…` : link,
			text: link
		}))
	};
}

function readText(parts: Parts): PastedRequestResult {
	const { whole, pasted, asides, findings } = parts;
	const code = isBareScope(parts.code) ? parts.code : decodeSigns(parts.code);
	const names = askedNames(code);
	if (names.asked.length === 0) return readAside(parts);
	const read = readNames(code, names, findings, pasted);
	const requested = new Set(read.request?.permissions.map(({ name }) => name));
	const beside = names.mentioned.filter(({ name }) => name === null || !requested.has(name));
	const known = beside.filter(({ name }) => name !== null);
	const unknown = beside.filter(({ name }) => name === null);
	return {
		...read,
		setAside: [
			...setNamesAside(known, 'It stands outside of the scope, so nothing asks for it.'),
			...setNamesAside(unknown, 'No permission has this name.'),
			...asideNames(whole, asides, requested),
			...(isBareScope(code) ? [] : asideWords(code, 'It names no permission.'))
		],
		offers: []
	};
}

/** Where nothing outside of comments asks for anything. */
function readAside({ code, whole, asides, findings }: Parts): PastedRequestResult {
	const commented = asides.flatMap(({ start, end }) => findNames(whole.slice(start, end)));
	const known = commented.filter(({ name }) => name !== null);
	if (known.length === 0) return readNothing(code);
	const documented = code.trim() === '' && asides.every(({ kind }) => kind === 'block');
	if (documented) {
		const names = { asked: known, mentioned: [], keyed: true };
		return {
			...readNames(whole, names, [...findings, OUT_OF_A_COMMENT]),
			setAside: [],
			offers: []
		};
	}
	return {
		...nothing('Every permission in it stands in a comment, so nothing is asked for.'),
		setAside: asideNames(whole, asides, new Set()),
		offers: [{ label: 'Read the comments too', text: scopeOf(known).scope }]
	};
}

function readNothing(code: string): PastedRequestResult {
	if (code.trim() === '') return nothing('It holds only a comment that names no permission.');
	const inWords = readItems(code);
	if (inWords) return inWords;
	const read = readNames(code, askedNames(code), []);
	if (read.request ?? read.problems[0]) return { ...read, setAside: [], offers: [] };
	return nothing(
		/[\w-]:\/\/|[?&]\w+=/.test(code)
			? NOT_A_CONNECT_URL
			: 'No link, no permission and no signal was found in it. Permissions are written like read_odometer, signals like “state of charge”.'
	);
}

/** Signals and commands that are named in words, or in code by their codes; null when none is. */
function readItems(code: string): PastedRequestResult | null {
	if (/:\/\/|\w_\w|[=[\]]|%[0-9a-f]{2}/i.test(code)) {
		const items = readCodes(code, officialCatalog);
		const isFile = /"required"\s{0,9}:\s{0,9}true/.test(code);
		return items.length === 0 ? null : requestOf(items, [], isFile ? [REQUIRED_IN_A_FILE] : []);
	}
	const { items, others } = readWords(code, officialCatalog);
	return items.length === 0 || items.length < others.length ? null : requestOf(items, others);
}

function requestOf(
	items: readonly NamedItem[],
	others: readonly Piece[],
	findings: readonly ConnectFinding[] = []
): PastedRequestResult {
	const selection = normalizeSelection(items.map((item) => ({ code: item.code, required: false })));
	const permissions = derive(selection, officialCatalog).map(({ name, required }) => ({
		name,
		required
	}));
	return {
		request: { permissions, items, reauthenticates: false, parameters: [], findings },
		problems: [],
		setAside: others.map(({ from, asked }) => ({ text: from, why: whyAside(asked) })),
		offers: [],
		fix: formatScope(permissions)
	};
}

function whyAside(asked: Asked): string {
	switch (asked.kind) {
		case 'several': {
			const names = asked.codes.map((code) => officialCatalog.item(code)?.name ?? code);
			return `It may mean ${formatRow(names)}: write which.`;
		}
		case 'against':
			return 'It says what is not needed.';
		default:
			return 'No signal or command is called so.';
	}
}

const REQUIRED_IN_A_FILE: ConnectFinding = {
	parameter: null,
	severity: 'warning',
	code: 'file',
	message:
		'This is a file of Valetkey: here its items are read without “Required”. Bring it in as a file to keep that.'
};

const OUT_OF_A_COMMENT: ConnectFinding = {
	parameter: null,
	severity: 'note',
	code: 'documented',
	message: 'The names stand in a comment that documents them; a program would not ask for them.'
};

function nothing(message: string): PastedRequestResult {
	return { request: null, problems: [{ path: '', message }], setAside: [], offers: [], fix: null };
}

function distinct(links: readonly FoundLink[]): readonly FoundLink[] {
	const texts = links.map(({ link }) => link);
	return links.filter(({ link }, at) => texts.indexOf(link) === at);
}
