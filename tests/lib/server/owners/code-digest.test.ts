import { codeDigest, randomCode } from '#lib/server/owners/code-digest.ts';
import { expect, it } from 'vitest';
import { TEST_KEY } from '../../../support/storage.ts';

it('every digit is as likely at every place', () => {
	const counts = Array.from({ length: 6 }, () => Array<number>(10).fill(0));
	const drawn = 50_000;
	for (let count = 0; count < drawn; count += 1) {
		const code = randomCode('digits');
		expect(code).toMatch(/^\d{6}$/);
		[...code].forEach((digit, place) => (counts[place]![Number(digit)]! += 1));
	}
	for (const place of counts) {
		const expected = drawn / 10;
		const deviation = place.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
		// Chi-square with nine degrees of freedom passes this once in some hundred million.
		expect(deviation).toBeLessThan(55);
	}
});

it('a long code has 26 letters of base32', () => {
	expect(randomCode('long')).toMatch(/^[A-Z2-7]{26}$/);
	expect(randomCode('long')).not.toBe(randomCode('long'));
});

it('a digest fits one code, one address and one browser', () => {
	const row = { addressKey: 'sam@example.org', browserDigest: Buffer.alloc(32, 1) };
	const digests = [
		codeDigest(TEST_KEY, row, '123456'),
		codeDigest(TEST_KEY, row, '123457'),
		codeDigest(TEST_KEY, { ...row, addressKey: 'eve@example.org' }, '123456'),
		codeDigest(TEST_KEY, { ...row, browserDigest: Buffer.alloc(32, 2) }, '123456')
	].map((digest) => digest.toString('hex'));
	expect(new Set(digests).size).toBe(4);
	expect(codeDigest(TEST_KEY, row, '123456').toString('hex')).toBe(digests[0]);
});
