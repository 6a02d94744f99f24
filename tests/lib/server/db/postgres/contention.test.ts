import type { Engine } from '#lib/server/engine.ts';
import type pg from 'pg';
import { expect, it } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../../support/codes.ts';
import { testContext, useStorage } from '../../../../support/storage.ts';
import { exchange } from '../../../../support/tokens.ts';

const storage = useStorage();

/** As the server does by itself at some time: it knows how small the tables are then. */
async function analyze(): Promise<void> {
	await storage.engine.write(async (db) => {
		const client = Reflect.get(db, '$client') as pg.PoolClient;
		await client.query('analyze');
	});
}

it('exchanges of codes that were given out together are not in each other’s way', async () => {
	const client = await createConnectedClient(storage.context);
	const [first = '', ...codes] = await giveCodes(storage.context, client.clientId, 49);
	// Notes when the secret was last used, which all would otherwise do at once.
	await exchange(storage.context, client, first);
	await analyze();

	let runs = 0;
	const { engine } = storage;
	const counting: Engine = {
		...engine,
		writeTogether: (work) =>
			engine.writeTogether((db, time) => {
				runs += 1;
				return work(db, time);
			})
	};
	const context = testContext(counting);
	const answers = await Promise.all(codes.map((code) => exchange(context, client, code)));
	expect(answers.every(({ status }) => status === 200)).toBe(true);
	expect(runs).toBe(codes.length);
});
