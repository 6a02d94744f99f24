import { checkFlags } from '#lib/access/connect-url/checks/flags.ts';
import { expect, it } from 'vitest';

it.each([
	[20, 20],
	[21, 20],
	[500, 20]
])('of %i faulty flags it describes %i', (count, described) => {
	const flags = Array.from({ length: count }, (_, index) => `a::${index}`).join(' ');
	expect(checkFlags({ parameters: { flags } }, { makes: [] })).toHaveLength(described);
});
