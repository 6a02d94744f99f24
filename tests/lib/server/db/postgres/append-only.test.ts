import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { expect, it } from 'vitest';
import { withConnection } from '../../../../../tools/postgres-server.ts';
import { createEmptyDatabase } from '../../../../support/test-database.ts';

it('what is only ever added to is not emptied at once either', async () => {
	const url = await createEmptyDatabase();
	await (await openPostgres(url)).close();
	await withConnection(url, async (client) => {
		for (const [table, of] of [
			['consents', 'consents'],
			['versions, drafts', 'versions'],
			['applications cascade', '(versions|consents)']
		] as const) {
			await expect(client.query(`truncate ${table}`)).rejects.toThrow(
				new RegExp(`^The rows of ${of} are only deleted with their application$`)
			);
		}
	});
});
