import { MAX_ADDRESS_LENGTH, parseAddress } from '#lib/owners/address.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const label = (length: number) => 'a'.repeat(length);
/** Domain of so many characters. */
const domain = (length: number) =>
	`${label(63)}.${label(63)}.${label(length - 63 * 2 - 2 - 4)}.org`.slice(0, length);

describe('parseAddress', () => {
	it.each([
		['sam@example.org', 'sam@example.org'],
		['  sam@example.org ', 'sam@example.org'],
		['Sam.Lee+car@Example.ORG', 'sam.lee+car@example.org'],
		["o'neil!#$%&*/=?^_`{|}~-@example.org", "o'neil!#$%&*/=?^_`{|}~-@example.org"],
		['1@2.co', '1@2.co'],
		['sam@xn--bcher-kva.example', 'sam@xn--bcher-kva.example'],
		['sam@example.xn--p1ai', 'sam@example.xn--p1ai'],
		[`${label(64)}@example.org`, `${label(64)}@example.org`],
		[`sam@${label(63)}.org`, `sam@${label(63)}.org`]
	])('reads %j', (text, key) => {
		expect(parseAddress(text)).toEqual({ ok: true, address: { typed: text.trim(), key } });
	});

	it.each([
		['', 'missing'],
		['   ', 'missing'],
		['sam', 'no-at'],
		['sam.example.org', 'no-at'],
		['sam@example.org,eve@example.org', 'several'],
		['sam@example.org;eve@example.org', 'several'],
		['sam@example.org eve@example.org', 'several'],
		['sam@eve@example.org', 'several'],
		['Sam <sam@example.org>', 'not-alone'],
		['<sam@example.org>', 'not-alone'],
		['"sam"@example.org', 'not-alone'],
		['"sam lee"@example.org', 'not-alone'],
		['sam(me)@example.org', 'not-alone'],
		['sam lee@example.org', 'before-at'],
		['@example.org', 'before-at'],
		['.sam@example.org', 'before-at'],
		['sam.@example.org', 'before-at'],
		['sa..m@example.org', 'before-at'],
		['sam\\@example.org', 'before-at'],
		['sam:eve@example.org', 'before-at'],
		[`${label(65)}@example.org`, 'before-at'],
		['sam@', 'after-at'],
		['sam@localhost', 'after-at'],
		['sam@example', 'after-at'],
		['sam@example..org', 'after-at'],
		['sam@.example.org', 'after-at'],
		['sam@example.org.', 'after-at'],
		['sam@-example.org', 'after-at'],
		['sam@example-.org', 'after-at'],
		['sam@exa_mple.org', 'after-at'],
		['sam@example.o', 'after-at'],
		['sam@mail.example.o', 'after-at'],
		['sam@127.0.0.1', 'after-at'],
		['sam@[127.0.0.1]', 'after-at'],
		[`sam@${label(64)}.org`, 'after-at']
	])('refuses %j: %s', (text, code) => {
		expect(parseAddress(text)).toEqual({ ok: false, fault: { code } });
	});

	it.each([
		['sam@example.org\r\nBcc: eve@example.org', '\r'],
		['sam@example.org\nBcc: eve@example.org', '\n'],
		['sam@example.org\n', '\n'],
		['\tsam@example.org', '\t'],
		['sam\0@example.org', '\0'],
		['sam@example.org\u2028', '\u2028'],
		['s\u0430m@example.org', '\u0430'],
		['sam@b\u00fccher.example', '\u00fc'],
		['sam\u202e@example.org', '\u202e'],
		['\u{1f697}@example.org', '\u{1f697}'],
		['sam\uff20example.org', '\uff20'],
		['\u00a0sam@example.org', '\u00a0']
	])('refuses %j for its %j', (text, character) => {
		expect(parseAddress(text)).toEqual({ ok: false, fault: { code: 'character', character } });
	});

	it('takes as many characters as a mail server has to, and no more', () => {
		const longest = `${label(64)}@${domain(MAX_ADDRESS_LENGTH - 65)}`;
		expect(longest).toHaveLength(254);
		expect(parseAddress(longest).ok).toBe(true);
		expect(parseAddress(`a${longest}`)).toEqual({ ok: false, fault: { code: 'long', most: 254 } });
	});

	it('lets nothing through that would be more than one word of a line', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const parsed = parseAddress(text);
				if (parsed.ok) expect(parsed.address.key).toMatch(/^[^\s,;<>"()@]+@[a-z0-9.-]+$/);
			})
		);
	});
});
