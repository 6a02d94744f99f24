import { Announcer, setAnnouncer } from '#lib/state/announcer.svelte.ts';
import SecretText from '../../../../../../src/routes/(dashboard)/apps/[clientId]/credentials/SecretText.svelte';
import { render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** Within a page that speaks. */
const Announced: typeof SecretText = (...given) => {
	setAnnouncer(new Announcer());
	return SecretText(...given);
};

const SECRET = 'a-secret-of-the-app';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function renderSecret() {
	return render(Announced, { props: { secret: SECRET, what: 'secret' }, context: new Map() });
}

function later(milliseconds: number): void {
	vi.advanceTimersByTime(milliseconds);
	flushSync();
}

it('leaves the page after a minute, and comes back for another one', () => {
	const { container } = renderSecret();
	later(59_999);
	expect(container.innerHTML).toContain(SECRET);
	later(1);
	expect(container.innerHTML).not.toContain(SECRET);
	screen.getByRole('button', { name: 'Show' }).click();
	flushSync();
	expect(container.innerHTML).toContain(SECRET);
	expect(screen.queryByRole('button', { name: 'Show' })).toBeNull();
	later(60_000);
	expect(container.innerHTML).not.toContain(SECRET);
});

it('is copied while it is hidden', async () => {
	const writeText = vi.fn(() => Promise.resolve());
	vi.stubGlobal('navigator', { clipboard: { writeText } });
	renderSecret();
	later(60_000);
	screen.getByRole('button', { name: /Copy/ }).click();
	await vi.advanceTimersByTimeAsync(0);
	expect(writeText).toHaveBeenCalledWith(SECRET);
	vi.unstubAllGlobals();
});

it('comes back to be selected where the clipboard is out of reach', async () => {
	vi.stubGlobal('navigator', {});
	const { container } = renderSecret();
	later(60_000);
	screen.getByRole('button', { name: /Copy/ }).click();
	await vi.advanceTimersByTimeAsync(0);
	expect(getSelection()?.toString()).toBe(SECRET);
	expect(container.innerHTML).toContain(SECRET);
	vi.unstubAllGlobals();
});
