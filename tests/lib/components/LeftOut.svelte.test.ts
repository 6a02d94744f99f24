import LeftOut from '#lib/components/LeftOut.svelte';
import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';

it.each([
	[1, /^One entry is damaged in the database and left out here\./],
	[2, /^2 entries are damaged in the database and left out here\./]
])('%i that cannot be read are told', (count, text) => {
	render(LeftOut, { count });
	expect(screen.getByRole('status').textContent.trim()).toMatch(text);
});

it('where all can be read, nothing is said', () => {
	render(LeftOut, { count: 0 });
	expect(screen.queryByRole('status')).toBeNull();
});
