import { isKeyText, keyOf, randomKeyText } from '#lib/server/secret-key.ts';
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';

const BYTES = createHash('sha256').update('a key').digest();
const TEXT = BYTES.toString('base64');
const key = keyOf(TEXT);
const other = keyOf(`${TEXT}A`);

describe('isKeyText', () => {
	it.each([
		['32 bytes in base64', TEXT, true],
		['32 bytes in base64 for addresses', BYTES.toString('base64url'), true],
		['32 bytes in hex', BYTES.toString('hex'), true],
		['64 bytes', randomBytes(64).toString('base64'), true],
		['what is made here', randomKeyText(), true],
		['31 bytes', BYTES.subarray(1).toString('base64').slice(0, 42), false],
		['none', '', false],
		['a word', 'changeme', false],
		['a word again and again', 'changeme'.repeat(8), false],
		['one digit', '0'.repeat(64), false],
		['a sentence', 'correct horse battery staple, and some more of that kind', false],
		['two lines', `${TEXT}\n${TEXT}`, false],
		['a space behind it', `${TEXT} `, false]
	])('of %s', (_, text, isKey) => {
		expect(isKeyText(text)).toBe(isKey);
	});
});

describe('a key', () => {
	it('is told from another by its id, which stays', () => {
		expect(key.id).toBe('f08c4eb1955ae591');
		expect(other.id).not.toBe(key.id);
		expect(TEXT).not.toContain(key.id);
	});

	it('digests in a way of its own', () => {
		expect(key.digest('secret')).toHaveLength(32);
		expect(key.digest('secret')).toEqual(keyOf(TEXT).digest('secret'));
		expect(key.digest('secret')).not.toEqual(key.digest('Secret'));
		expect(key.digest('secret')).not.toEqual(other.digest('secret'));
	});
});

describe('a mask', () => {
	const texts = Array.from({ length: 500 }, (_, index) => `text ${index}`);

	it('is the same for a text by the same key, and another by another', () => {
		expect(texts.map(keyOf(TEXT).mask)).toEqual(texts.map(key.mask));
		expect(texts.filter((text) => key.mask(text) === other.mask(text))).toEqual([]);
	});

	it('is any number of four bytes', () => {
		const masks = texts.map(key.mask);
		expect(new Set(masks).size).toBe(500);
		expect(masks.filter((mask) => mask < 2 ** 31).length).toBeGreaterThan(150);
		expect(masks.filter((mask) => mask >= 2 ** 31).length).toBeGreaterThan(150);
		expect(masks.filter((mask) => mask >= 2 ** 32)).toEqual([]);
	});
});

describe('what a key seals', () => {
	const sealed = key.seal('geheim ä', 'a use');

	it.each(['', 'geheim ä', 'x'.repeat(10_000)])('opens again: %.10s', (text) => {
		expect(keyOf(TEXT).open(key.seal(text, 'a use'), 'a use')).toBe(text);
	});

	it('never looks the same twice, and shows nothing', () => {
		expect(key.seal('geheim ä', 'a use')).not.toBe(sealed);
		expect(sealed).toMatch(/^f08c4eb1955ae591\.[\w-]+$/);
		expect(Buffer.from(sealed.split('.')[1] ?? '', 'base64url').toString()).not.toContain('geheim');
	});

	it('opens for nothing else, and by no other key', () => {
		expect(key.open(sealed, 'another use')).toBeNull();
		expect(other.open(sealed, 'a use')).toBeNull();
		expect(other.open(sealed.replace(key.id, other.id), 'a use')).toBeNull();
	});

	it('opens no more once a bit of it was changed', () => {
		const [id, content = ''] = sealed.split('.');
		const bytes = Buffer.from(content, 'base64url');
		for (const index of bytes.keys()) {
			const changed = Buffer.from(bytes);
			changed[index] = (changed[index] ?? 0) ^ 1;
			expect(key.open(`${id}.${changed.toString('base64url')}`, 'a use')).toBeNull();
		}
	});

	it.each(['', '.', 'text', `${key.id}.`, `${key.id}.AAAA`, `${sealed.slice(0, -4)}`])(
		'is none of %j',
		(text) => {
			expect(key.open(text, 'a use')).toBeNull();
		}
	);
});
