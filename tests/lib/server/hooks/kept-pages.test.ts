import { KeptPages, MOST_CHARACTERS } from '#lib/server/hooks/kept-pages.ts';
import { beforeEach, describe, expect, it } from 'vitest';

let pages: KeptPages;
let renders: number;

beforeEach(() => {
	pages = new KeptPages(3);
	renders = 0;
});

function page(html: string, headers: Readonly<Record<string, string>>, status = 200) {
	return () => {
		renders += 1;
		return new Response(html, { status, headers });
	};
}

const withNonce = (nonce: string, status = 200) =>
	page(
		`<script nonce="${nonce}"></script> rendering`,
		{ 'content-security-policy': `script-src 'self' 'nonce-${nonce}'`, etag: '"of this nonce"' },
		status
	);

const POLICY = { 'content-security-policy': "script-src 'self'" };

const nonceOf = (response: Response) =>
	/'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];

describe('a page that is kept', () => {
	it('is rendered once, and has a nonce of its own in each answer', async () => {
		const responses = [
			await pages.answer('once', [], withNonce('first')),
			await pages.answer('once', [], withNonce('unused')),
			await pages.answer('once', [], withNonce('unused'))
		];
		expect(renders).toBe(1);
		const nonces = responses.map(nonceOf);
		expect(nonces[0]).toBe('first');
		expect(new Set(nonces).size).toBe(3);
		for (const [index, response] of responses.entries()) {
			expect(await response.text()).toBe(`<script nonce="${nonces[index]}"></script> rendering`);
		}
	});

	it('has no tag of the bytes that another answer had', async () => {
		await pages.answer('tagged', [], withNonce('first'));
		const second = await pages.answer('tagged', [], withNonce('unused'));
		expect(second.headers.has('etag')).toBe(false);
	});

	it('has the values of each request wherever those of the first one stood', async () => {
		const ask = (token: string, id: string) =>
			pages.answer(
				'form',
				[token, id],
				page(`<form action="/${id}"><input value="${token}"></form><p>${token}</p> Zoë`, POLICY)
			);
		const formOf = (token: string, id: string) =>
			`<form action="/${id}"><input value="${token}"></form><p>${token}</p> Zoë`;
		const [first, other] = ['token-of-the-first-owner', 'token-of-another-owner-0'];
		await ask(first, 'session-of-the-first');
		expect(await (await ask(other, 'session-of-another-0')).text()).toBe(
			formOf(other, 'session-of-another-0')
		);
		expect(await (await ask(other, first)).text()).toBe(formOf(other, first));
		expect(renders).toBe(1);
	});

	it.each([
		['could be written another way', 'key', 'Fox & Daughters Ltd.'],
		['could stand there by chance', 'key', 'Volt'],
		['is what the key speaks of', 'an app called 0SCCHEV02CC2FE87B', '0SCCHEV02CC2FE87B']
	])('is none where a value %s', async (_why, key, value) => {
		for (const each of [value, value]) await pages.answer(key, [each], page(each, POLICY));
		expect(renders).toBe(2);
	});

	it.each([
		['equal', '0SCCHEV02CC2FE87B', '0SCCHEV02CC2FE87B'],
		['part of each other', 'session-of-the-owner', 'session-of-the-owner-2']
	])('is none where two values are %s', async (_why, first, second) => {
		const render = page(`<b>${first}</b><i>${second}</i>`, POLICY);
		await pages.answer('key', [first, second], render);
		const again = await pages.answer('key', [first, second], render);
		expect(await again.text()).toBe(`<b>${first}</b><i>${second}</i>`);
		expect(renders).toBe(2);
	});

	it('is rendered anew under another key', async () => {
		await pages.answer('revision 1', [], withNonce('a'));
		await pages.answer('revision 2', [], withNonce('b'));
		expect(renders).toBe(2);
	});

	it.each([
		['an error', withNonce('a', 404)],
		['an answer without a policy', page('plain', {})],
		['an answer that sets a cookie', page('plain', { ...POLICY, 'set-cookie': 'a=b' })]
	])('is never %s', async (_what, render) => {
		await pages.answer('key', [], render);
		await pages.answer('key', [], render);
		expect(renders).toBe(2);
	});

	it('goes when it was not asked for longest', async () => {
		for (const key of ['a', 'b', 'c', 'a', 'd']) await pages.answer(key, [], withNonce('n'));
		expect(renders).toBe(4);
		await pages.answer('a', [], withNonce('n'));
		expect(renders).toBe(4);
		await pages.answer('b', [], withNonce('n'));
		expect(renders).toBe(5);
	});

	it('goes when those after it are too long to be kept beside it', async () => {
		const long = () => page('x'.repeat(MOST_CHARACTERS / 3), POLICY)();
		for (const key of ['a', 'b', 'c']) await pages.answer(key, [], long);
		expect(renders).toBe(3);
		for (const key of ['c', 'b']) await pages.answer(key, [], long);
		expect(renders).toBe(3);
		await pages.answer('a', [], long);
		expect(renders).toBe(4);
	});

	it('counts once where two requests rendered it at the same moment', async () => {
		const long = () => page('x'.repeat(MOST_CHARACTERS / 3), POLICY)();
		await Promise.all(['a', 'a', 'a'].map((key) => pages.answer(key, [], long)));
		await pages.answer('b', [], long);
		expect(renders).toBe(4);
		for (const key of ['a', 'b']) await pages.answer(key, [], long);
		expect(renders).toBe(4);
	});
});
