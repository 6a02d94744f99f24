import TimeAgo from '#lib/components/TimeAgo.svelte';
import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';

const HOUR = 3_600_000;

it('tells an age by the clock that it is given', () => {
	const at = Date.UTC(2026, 5, 1, 12);
	render(TimeAgo, { at, clock: () => at + 22 * HOUR });
	expect(screen.getByText('22 hours ago')).toBeInstanceOf(HTMLTimeElement);
});

it('tells it by the machine where none is given', () => {
	render(TimeAgo, { at: Date.now() - 2.5 * HOUR });
	expect(screen.getByText('2 hours ago')).toBeInstanceOf(HTMLTimeElement);
});
