import { renderOnce } from '#lib/server/page-cache.ts';
import { describe, expect, it } from 'vitest';

let renders = 0;

function page(nonce: string, status = 200): Response {
	renders += 1;
	return new Response(`<script nonce="${nonce}"></script> rendering ${renders}`, {
		status,
		headers: { 'content-security-policy': `script-src 'self' 'nonce-${nonce}'` }
	});
}

const nonceOf = (response: Response) =>
	/'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];

describe('renderOnce', () => {
	it('renders a page once, and gives each answer a nonce of its own', async () => {
		const first = await renderOnce('once', () => page('first'));
		const [second, third] = [
			await renderOnce('once', () => page('unused')),
			await renderOnce('once', () => page('unused'))
		];
		const nonces = [first, second, third].map(nonceOf);
		expect(nonces[0]).toBe('first');
		expect(new Set(nonces).size).toBe(3);
		for (const [index, response] of [first, second, third].entries()) {
			const html = await response.text();
			expect(html).toContain(`nonce="${nonces[index]}"`);
			expect(html).toContain('rendering 1');
		}
	});

	it('renders anew under another key', async () => {
		const before = renders;
		await renderOnce('revision 1', () => page('a'));
		await renderOnce('revision 2', () => page('b'));
		expect(renders).toBe(before + 2);
	});

	it('keeps neither errors nor answers without a policy', async () => {
		const before = renders;
		for (let count = 0; count < 2; count++) await renderOnce('gone', () => page('a', 404));
		for (let count = 0; count < 2; count++) {
			await renderOnce('bare', () => {
				renders += 1;
				return new Response('plain');
			});
		}
		expect(renders).toBe(before + 4);
	});

	it('forgets the page that was not asked for longest', async () => {
		await renderOnce('oldest', () => page('a'));
		for (let count = 0; count < 64; count++) await renderOnce(`filler ${count}`, () => page('a'));
		const before = renders;
		await renderOnce('oldest', () => page('a'));
		expect(renders).toBe(before + 1);
	});
});
