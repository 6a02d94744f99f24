import { VERDICTS } from '#lib/access/diff.ts';
import {
	checkReason,
	MAX_REASON_LENGTH,
	needsReason,
	normalizeReason
} from '#lib/access/publish-reason.ts';
import { describe, expect, it } from 'vitest';

const MISSING = 'Say why more is asked of owners; the reason is kept with the version.';
const TOO_LONG = 'A reason has at most 280 characters; this one has 281.';

describe('the reason of a version', () => {
	it('is needed where more is asked of owners', () => {
		expect(VERDICTS.filter(needsReason)).toEqual(['widens', 'both']);
	});

	it.each([
		['', 'widens', 'reason-missing', MISSING],
		['', 'both', 'reason-missing', MISSING],
		['x'.repeat(MAX_REASON_LENGTH + 1), 'widens', 'reason-too-long', TOO_LONG],
		['x'.repeat(MAX_REASON_LENGTH + 1), 'none', 'reason-too-long', TOO_LONG]
	] as const)('“%.10s” is refused when it %s', (reason, verdict, code, message) => {
		expect(checkReason(reason, verdict)).toEqual({ code, message });
	});

	it.each([
		['', 'narrows'],
		['', 'none'],
		['Because', 'widens'],
		['x'.repeat(MAX_REASON_LENGTH), 'both']
	] as const)('“%.10s” is enough when it %s', (reason, verdict) => {
		expect(checkReason(reason, verdict)).toBeNull();
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
