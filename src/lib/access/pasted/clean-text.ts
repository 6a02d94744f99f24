import {
	describeCharacter,
	findUnprintableInLines,
	MAX_TEXT_LENGTH,
	UNPRINTABLE
} from '../characters.ts';
import { findingNamed, type ConnectFinding } from '../connect-url/finding.ts';

/** A pasted text without the traces of what it was copied from. */
export interface CleanText {
	readonly text: string;
	/** What had to be put right, where the platform would not have done it. */
	readonly findings: readonly ConnectFinding[];
}

const finding = findingNamed(null);

/** Lines and their indents stay. */
const HIDDEN = new RegExp(`(?![\\n\\t])${UNPRINTABLE.source}`, 'gu');

const ENTITIES: Readonly<Record<string, string>> = {
	quot: '"',
	apos: "'",
	lt: '<',
	gt: '>',
	nbsp: ' ',
	colon: ':',
	equals: '=',
	num: '#'
};

/**
 * Undoes what mail, JSON, HTML and word processors do to a text: soft line breaks and `=3D`, `\/`
 * and `\u0026`, entities, quotation marks that bend, spaces that do not break and characters without
 * width. `&amp;` is left to the reader of links, since only there it tells something. Never throws.
 */
export function cleanText(pasted: string): CleanText {
	const findings: ConnectFinding[] = [];
	if (pasted.length > MAX_TEXT_LENGTH) {
		findings.push(
			finding(
				'warning',
				'text-cut',
				`Only the first ${MAX_TEXT_LENGTH} characters were read; paste the part that asks for access.`
			)
		);
	}
	let text = pasted
		.slice(0, MAX_TEXT_LENGTH)
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n');
	// Only where `=` itself is written so is it mail; elsewhere `=3D` may be a value.
	if (/(?:response_type|client_id|application_id|scope|state|redirect_uri)=3D/.test(text)) {
		text = decodeQuotedPrintable(text);
	}
	text = decodeEscapes(text)
		.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, decodeEntity)
		.replace(/[\u2018\u2019\u201A\u201B\u2032\u2039\u203A]/g, "'")
		.replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"');
	const wide = /(?! )[\p{Zs}\p{Zl}\p{Zp}]/u.exec(text)?.[0];
	if (wide !== undefined) {
		text = text.replace(/[\p{Zs}\p{Zl}\p{Zp}]/gu, ' ');
		findings.push(
			finding(
				'note',
				'other-space',
				`The text holds ${describeCharacter(wide)}, a space that the platform does not take for one; it was read as a plain space.`
			)
		);
	}
	const hidden = findUnprintableInLines(text);
	if (hidden !== null) {
		text = text.replace(HIDDEN, '');
		findings.push(
			finding(
				'error',
				'control-character',
				`The text holds the invisible character ${hidden}, which the platform would take for part of a name; it was left out here.`
			)
		);
	}
	return { text, findings };
}

/** The signs of ASCII that a part of a query holds encoded, once or more: `scope=read_vin%20read_fuel`. */
export function decodeSigns(text: string): string {
	return text.replace(/%(?:25)*([0-7][0-9a-f])/gi, (_, digits: string) =>
		String.fromCharCode(parseInt(digits, 16))
	);
}

/** As mail writes a text (RFC 2045 section 6.7): `=` in front of two digits, or of a line break. */
function decodeQuotedPrintable(text: string): string {
	return text.replace(/=[ \t]{0,8}\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (run) => {
		const bytes = Uint8Array.from(run.slice(1).split('='), (byte) => parseInt(byte, 16));
		return new TextDecoder('utf-8').decode(bytes);
	});
}

/** As strings of JSON and of programming languages, lines of a shell, and Markdown write a text. */
function decodeEscapes(text: string): string {
	return text
		.replace(/\\u\{?([0-9a-f]{4})\}?/gi, (_, digits: string) =>
			String.fromCharCode(parseInt(digits, 16))
		)
		.replace(/\\x([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
		.replace(/\\(["'/&?=_])/g, '$1')
		.replace(/\\(?:r\\n|n|r)/g, '\n')
		.replace(/\\t/g, ' ')
		.replace(/\\[ \t]{0,8}\n/g, ' ');
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
	if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
	const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
	const character = String.fromCodePoint(code);
	return character === '&' ? '&amp;' : character;
}
