import {
	checkPurpose,
	describePurpose,
	normalizePurpose,
	purposeOfField,
	readTold
} from '#lib/access/purpose-text.ts';
import { MAX_PURPOSE_LENGTH } from '#lib/access/purposes.ts';
import { describe, expect, it } from 'vitest';

describe('a purpose', () => {
	it.each([
		'',
		'We show when charging ends.',
		'x'.repeat(MAX_PURPOSE_LENGTH),
		'🔋'.repeat(MAX_PURPOSE_LENGTH),
		'Wir zeigen, wann das Laden endet – für Sie „immer“.',
		'نعرض وقت انتهاء الشحن',
		'می‌خواهیم بدانیم',
		'For you 👩‍🔧',
		'<script>alert(1)</script> &amp; {app} "quoted"'
	])('may be %j', (purpose) => {
		expect(checkPurpose(purpose)).toBeNull();
	});

	it.each([
		['x'.repeat(281), 'A purpose has at most 280 characters; this one has 281.'],
		['🔋'.repeat(281), 'A purpose has at most 280 characters; this one has 281.']
	])('is refused where it is longer than allowed (%#)', (purpose, message) => {
		const fault = checkPurpose(purpose);
		expect(fault).toEqual({ code: 'purpose-too-long', length: 281 });
		expect(fault && describePurpose(fault)).toBe(message);
	});

	it.each([
		'\u0000',
		'\u0007',
		'\u001B',
		'\u007F',
		'\u0085',
		'\n',
		'\t',
		'\u200B',
		'\u200E',
		'\u200F',
		'\u202A',
		'\u202E',
		'\u2066',
		'\u2069',
		'\u061C',
		'\u2028',
		'\uFEFF',
		'\uD800'
	])('is refused by the code point of %j', (character) => {
		const point = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
		const fault = checkPurpose(`We show${character}it`);
		expect(fault).toEqual({ code: 'purpose-unprintable', character: `U+${point}` });
		expect(fault && describePurpose(fault)).toBe(
			`The purpose holds the invisible character U+${point}; remove it.`
		);
	});

	it.each([
		['  We show it.\n', 'We show it.'],
		[' \t\r\n\u00a0', ''],
		['Cafe\u0301', 'Caf\u00e9']
	])('%j is kept as %j', (text, kept) => {
		expect(normalizePurpose(text)).toBe(kept);
	});

	it('is read with what stops without it, and each is told by its own name', () => {
		const long = 'x'.repeat(281);
		expect(readTold({ purpose: ' One. ', without: ' Two.\n' }, purposeOfField)).toEqual({
			ok: true,
			told: { purpose: 'One.', without: 'Two.' }
		});
		expect(readTold({ purpose: 'One.', without: long }, purposeOfField)).toEqual({
			ok: false,
			field: 'without',
			message: '“Without it” has at most 280 characters; this one has 281.'
		});
		expect(readTold({ purpose: long, without: long }, purposeOfField)).toMatchObject({
			field: 'purpose'
		});
	});

	it('from a field is one line, however it was broken', () => {
		expect(purposeOfField(' We show \r\n when it\nends.\r\n')).toBe('We show when it ends.');
	});
});
