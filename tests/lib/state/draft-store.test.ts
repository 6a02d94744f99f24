import { httpDraftStore } from '#lib/state/draft-store.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';

const store = httpDraftStore('a', '/apps/a/draft');
const CONTENT = {
	selection: [{ code: 'make', required: false }],
	purposes: { read_vehicle_info: 'We greet your car by its name.' }
};
const UNREACHABLE = 'The server cannot be reached. Your changes are kept in this window.';

afterEach(() => vi.unstubAllGlobals());

function answerWith(answer: () => Response | Promise<Response>) {
	const fetch = vi.fn(async () => answer());
	vi.stubGlobal('fetch', fetch);
	return fetch;
}

describe('a save over HTTP', () => {
	it('sends what it is based on, also while the page goes', async () => {
		const fetch = answerWith(() => Response.json({ revision: 8, updatedAt: 1 }));
		expect(await store.save(7, CONTENT)).toEqual({
			kind: 'saved',
			saved: { revision: 8, updatedAt: 1 }
		});
		expect(fetch).toHaveBeenCalledWith(
			'/apps/a/draft',
			expect.objectContaining({
				method: 'PUT',
				keepalive: true,
				body: JSON.stringify({ baseRevision: 7, ...CONTENT })
			})
		);
	});

	it('that another window was faster than hands on what stands', async () => {
		const current = { revision: 9, updatedAt: 1, selection: [], purposes: {} };
		answerWith(() => Response.json({ message: 'Changed.', current }, { status: 409 }));
		expect(await store.save(7, CONTENT)).toEqual({ kind: 'stale', current });
	});

	it.each([
		[400, false],
		[404, false],
		[413, false],
		[408, true],
		[429, true],
		[500, true],
		[503, true]
	])('that is refused with %i says why; it may succeed later: %s', async (status, passing) => {
		answerWith(() => Response.json({ message: 'The disk is full.' }, { status }));
		expect(await store.save(7, CONTENT)).toEqual({
			kind: 'failed',
			message: 'The disk is full.',
			passing
		});
	});

	it.each([
		['the network is lost', () => Promise.reject(new TypeError('Failed to fetch'))],
		['something else answers', () => new Response('<h1>Bad Gateway</h1>', { status: 502 })]
	])('is tried again when %s', async (_title, answer) => {
		answerWith(answer);
		expect(await store.save(7, CONTENT)).toEqual({
			kind: 'failed',
			message: UNREACHABLE,
			passing: true
		});
	});
});
