import { quote } from '../characters.ts';
import { findingNamed, type ConnectFinding } from '../connect-url/finding.ts';
import { repairLink } from '../connect-url/repair-link.ts';
import { decodeValue } from '../connect-url/encoding.ts';
import { describeScopeFinding } from '../scope-words.ts';
import { formatScope, parseScope } from '../scope.ts';
import { REQUIRED_PREFIX } from '../scope-format.ts';
import { findContexts, type Context } from './find-contexts.ts';
import { findNames, readName, type FoundName, type ReadName } from './find-names.ts';
import { problemsOf } from './problems.ts';
import type { PastedRequestResult } from './reading.ts';
import { withoutSpans } from './without-spans.ts';

const finding = findingNamed(null);

/** Names in a text, parted by whether they are asked for. */
export interface AskedNames {
	readonly asked: readonly FoundName[];
	/** Named outside of what code asks for. */
	readonly mentioned: readonly FoundName[];
	/** Whether a key such as `scope` says which are asked for. */
	readonly keyed: boolean;
}

/** Parts the names of a text: under a key such as `scope` where there is one, else all of them. */
export function askedNames(text: string): AskedNames {
	const names = findNames(text);
	const inside = namesInside(names, findContexts(text));
	if (inside.length > 0) {
		const asked = new Set(inside.map(({ start }) => start));
		return {
			asked: inside,
			mentioned: names.filter(({ start }) => !asked.has(start)),
			keyed: true
		};
	}
	// In code with strings, a name without quotation marks that no permission has is a variable.
	const quoted = names.some(({ start }) => /["'`]/.test(text.charAt(start - 1)));
	const isVariable = ({ name, start }: FoundName) =>
		name === null && quoted && !/["'`]/.test(text.charAt(start - 1));
	const spoken = new Set(spokenNames(text, names));
	const isMentioned = (name: FoundName) => isVariable(name) || spoken.has(name);
	return {
		asked: names.filter((name) => !isMentioned(name)),
		mentioned: names.filter(isMentioned),
		keyed: false
	};
}

/** The names that stand in contexts, both in their order, in one pass. */
function namesInside(
	names: readonly FoundName[],
	contexts: readonly Context[]
): readonly FoundName[] {
	let next = 0;
	let end = -Infinity;
	let requiredEnd = -Infinity;
	return names.flatMap((name) => {
		for (let begun = contexts[next]; begun && begun.start <= name.start; begun = contexts[++next]) {
			end = Math.max(end, begun.end);
			if (begun.required) requiredEnd = Math.max(requiredEnd, begun.end);
		}
		if (name.end > end) return [];
		return [{ ...name, required: name.required || name.end <= requiredEnd }];
	});
}

/** Words that join names in a sentence, and that no scope holds. */
const JOINING: ReadonlySet<string> = new Set(['and', 'or', 'plus', 'with', 'also', 'then']);

/** A string in one line; an apostrophe opens none. */
const STRING = /"[^"\n]{1,2000}"|(?<!\w)'[^'\n]{1,2000}'|`[^`\n]{1,2000}`/g;

/** The names in strings that hold nothing else, as code passes them to a function. */
export function quotedNames(text: string, names: readonly FoundName[]): readonly FoundName[] {
	return stringsHolding(text, names).flatMap(({ isProse, inside }) => (isProse ? [] : inside));
}

/**
 * The names in strings that speak of a permission, in code in which other strings hold nothing but
 * names: `description = "…, e.g. read_location"`.
 */
function spokenNames(text: string, names: readonly FoundName[]): readonly FoundName[] {
	const holding = stringsHolding(text, names);
	if (holding.every(({ isProse }) => isProse)) return [];
	return holding.flatMap(({ isProse, inside }) => (isProse ? inside : []));
}

function stringsHolding(text: string, names: readonly FoundName[]) {
	let next = 0;
	return [...text.matchAll(STRING)].flatMap(({ index: start, 0: { length } }) => {
		const end = start + length;
		while ((names[next]?.end ?? Infinity) <= start) next += 1;
		const inside: FoundName[] = [];
		for (let name = names[next]; name && name.start < end; name = names[++next]) inside.push(name);
		if (inside.length === 0) return [];
		return [{ inside, isProse: /\p{L}{2}/u.test(withoutSpans(text, inside, { start, end })) }];
	});
}

type ReadNames = Pick<PastedRequestResult, 'request' | 'problems' | 'fix'>;

/** Reads what a text without a link asks for by the names of permissions. */
export function readNames(
	text: string,
	{ asked, keyed }: AskedNames,
	before: readonly ConnectFinding[],
	pasted = text
): ReadNames {
	const scope = isBareScope(text) ? readBare(text) : null;
	const names: readonly ReadName[] = scope?.names ?? asked;
	const parsed = parseScope([...wordsOf(names), ...(scope?.unknown ?? [])].join(' '));
	const findings = [
		...before,
		...(scope?.findings ?? []),
		...describeSpellings(names),
		...(scope ? [] : describeForm(text, asked, keyed)),
		...parsed.warnings.map((warning) => finding('note', 'scope', describeScopeFinding(warning)))
	];
	const { permissions } = parsed;
	const meant = formatScope(permissions);
	const odd = findings.some(({ code }) => code !== 'scope');
	return {
		request:
			permissions.length === 0
				? null
				: { permissions, items: [], reauthenticates: false, parameters: [], findings },
		problems: problemsOf(parsed, ''),
		fix: odd && permissions.length > 0 && meant !== pasted.trim() ? meant : null
	};
}

/** The scope that names make, as the platform takes it. */
export function scopeOf(names: readonly FoundName[]) {
	const { permissions } = parseScope(wordsOf(names).join(' '));
	return { permissions, scope: formatScope(permissions) };
}

function wordsOf(names: readonly ReadName[]): readonly string[] {
	return names.map(({ word, name, required }) =>
		name === null ? word : required ? REQUIRED_PREFIX + name : name
	);
}

/** A scope and nothing else, plain or as it stands in a URL; a sentence has more other words. */
export function isBareScope(text: string): boolean {
	if (!/^[\s\w:%+]*$/.test(text)) return false;
	const words = text.split(/[\s+]+/).filter(Boolean);
	const names = words.filter((word) => /^(?:\w+(?::|%(?:25)*3A))?\w*_|%|:/i.test(word));
	if (names.length > 1 && words.some((word) => JOINING.has(word.toLowerCase()))) return false;
	return names.length === 0 || names.length >= words.length - names.length;
}

function readBare(text: string) {
	const { link, repairs } = repairLink(`scope=${text.replace(/\s+/g, '+')}`);
	const words = decodeValue(link.slice('scope='.length)).text.split(/\s+/);
	const names: ReadName[] = [];
	const unknown: string[] = [];
	for (const word of words) {
		const found = readName(word);
		if (found) names.push({ ...found, word });
		else unknown.push(word);
	}
	return { names, unknown, findings: repairs.map((repair) => ({ ...repair, parameter: null })) };
}

function describeSpellings(names: readonly ReadName[]): readonly ConnectFinding[] {
	const spelled = new Map<string, ConnectFinding>();
	for (const { word, spelling } of names) {
		if (spelling === null || spelled.size === 20) continue;
		// A constant of a library stands for the name; the library knows how to write it.
		const isConstant = word.includes('.');
		const message = `${quote(word)} ${isConstant ? 'is a constant of a library.' : spelling}`;
		spelled.set(word, finding(isConstant ? 'note' : 'error', 'spelling', message));
	}
	return [...spelled.values()];
}

function describeForm(
	text: string,
	names: readonly FoundName[],
	keyed: boolean
): readonly ConnectFinding[] {
	const isCode = keyed || /["'`[\]{}()<>=]/.test(text);
	const sign = names
		.slice(1)
		.map(({ start }, index) => text.slice(names[index]?.end ?? start, start))
		.flatMap((gap) => (gap.length < 4 ? gap.match(/[,;|/]/) : null) ?? [])
		.at(0);
	if (!isCode && sign !== undefined) {
		return [
			finding(
				'warning',
				'separator',
				`Names are separated by “${sign}” here; Connect takes one space and nothing else.`
			)
		];
	}
	return [
		finding('note', 'from-text', 'Picked out of the text; the scope below is how Connect takes it.')
	];
}
