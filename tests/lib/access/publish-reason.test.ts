import { VERDICTS } from '#lib/access/diff.ts';
import {
	checkReason,
	describeReason,
	MAX_REASON_LENGTH,
	needsReason,
	normalizeReason
} from '#lib/access/publish-reason.ts';
import { describe, expect, it } from 'vitest';

const MISSING = 'Say why more is asked of owners; the reason is kept with the version.';
const TOO_LONG = 'A reason has at most 280 characters; this one has 281.';

describe('the reason of a version', () => {
	it('is needed where more is asked of owners than the current version does', () => {
		expect(VERDICTS.filter((verdict) => needsReason(verdict, 1))).toEqual(['widens', 'both']);
	});

	it('is not needed for the first version', () => {
		expect(VERDICTS.filter((verdict) => needsReason(verdict, null))).toEqual([]);
		expect(checkReason('', 'widens', null)).toBeNull();
		expect(checkReason('x'.repeat(MAX_REASON_LENGTH + 1), 'widens', null)).toEqual({
			code: 'reason-too-long',
			length: MAX_REASON_LENGTH + 1
		});
	});

	it.each([
		[0, 'widens', 'reason-missing', MISSING],
		[0, 'both', 'reason-missing', MISSING],
		[MAX_REASON_LENGTH + 1, 'widens', 'reason-too-long', TOO_LONG],
		[MAX_REASON_LENGTH + 1, 'none', 'reason-too-long', TOO_LONG]
	] as const)(
		'of %d characters with the verdict %s is refused: %s',
		(length, verdict, ...fault) => {
			const [code, message] = fault;
			const found = checkReason('x'.repeat(length), verdict, 1);
			expect(found?.code).toBe(code);
			expect(found && describeReason(found)).toBe(message);
		}
	);

	it.each([
		[0, 'narrows'],
		[0, 'none'],
		[1, 'widens'],
		[MAX_REASON_LENGTH, 'both']
	] as const)('of %d characters with the verdict %s is enough', (length, verdict) => {
		expect(checkReason('x'.repeat(length), verdict, 1)).toBeNull();
	});

	it.each(['\u0000', '\u001B', '\u202E', '\u200B', '\u2028', '\u2800', '\u3164', '\uFFA0'])(
		'with the invisible %j is refused by its code point',
		(character) => {
			const point = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
			const fault = checkReason(`Range${character} for the map`, 'widens', 1);
			expect(fault).toEqual({ code: 'reason-unprintable', character: `U+${point}` });
			expect(fault && describeReason(fault)).toBe(
				`The reason holds the invisible character U+${point}; remove it.`
			);
		}
	);

	it('may have lines and tabs', () => {
		expect(checkReason('Range:\n\t- for the map', 'widens', 1)).toBeNull();
	});

	it.each([
		['  Because\n', 'Because'],
		[' \t\r\n ', ''],
		['one\r\ntwo', 'one\ntwo'],
		['Cafe\u0301', 'Caf\u00e9']
	])('%j is kept as %j', (text, kept) => {
		expect(normalizeReason(text)).toBe(kept);
	});
});
