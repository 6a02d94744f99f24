import { afterAll, expect, vi } from 'vitest';

// The files of a project share a process. What one of them leaves there would meet those that follow,
// and is told where it comes from. A module that is replaced stays so: the linter refuses that.

const found = look();

afterAll(() => {
	vi.restoreAllMocks();
	const left = look();
	if (left.timers === 'faked') vi.useRealTimers();
	vi.unstubAllEnvs();
	vi.unstubAllGlobals();
	expect(left, 'what this file leaves to those after it').toEqual(found);
});

function look() {
	return {
		timers: vi.isFakeTimers() ? 'faked' : 'real',
		environment: { ...process.env },
		globals: Object.getOwnPropertyNames(globalThis).filter((name) => !/^(__|\$)/.test(name)),
		fetch: globalThis.fetch,
		folder: process.cwd(),
		page: typeof document === 'undefined' ? null : lookAtPage()
	};
}

function lookAtPage() {
	const kept = [{ ...localStorage }, { ...sessionStorage }];
	return { body: document.body.innerHTML, address: location.href, kept };
}
