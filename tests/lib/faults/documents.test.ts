import { FAULTS } from '#lib/faults/faults.ts';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('docs/faults.md names every fault, with the number that it takes', () => {
	const document = readFileSync('docs/faults.md', 'utf8');
	const table = document.slice(document.indexOf('## Every name')).split('\n');
	for (const { kind, name, amount } of FAULTS) {
		if (kind === 'error') {
			const [type = '', code] = name.split(':');
			const row = table.find((line) => line.startsWith(`| \`${type}\``)) ?? '';
			expect(row, name).toContain(code === undefined ? '(none)' : `\`${code}\``);
			continue;
		}
		expect(document).toContain(`\`${name}\``);
		const row = document.split('\n').find((line) => line.startsWith(`| \`${name}\``));
		if (amount) expect(row).toContain(`${amount.unit}, ${amount.usual}`);
	}
});
