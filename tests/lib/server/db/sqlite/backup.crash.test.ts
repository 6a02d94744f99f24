import { expect, it } from 'vitest';
import { killBackups } from '../../../../../soak/kill-backups.ts';

it('loses no acknowledged save or backup, and leaves no half one', async () => {
	const { figures, faults } = await killBackups(15);
	expect(faults, figures.join(', ')).toEqual([]);
});
