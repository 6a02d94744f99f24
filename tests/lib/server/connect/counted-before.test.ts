import { formatChoices, tallySteps } from '#lib/connect/session-tally.ts';
import { connectSessions } from '#lib/server/db/session-schema.ts';
import { isPostgres } from '#lib/server/db/engine-choice.ts';
import type { Db } from '#lib/server/engine.ts';
import { asc, sql, type SQL } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { recordSessions } from '../../../support/connect-sessions.ts';
import { newApplication } from '../../../support/connect.ts';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const MIGRATIONS = isPostgres
	? ['drizzle/postgres/0002_counted_and_aged.sql', 'drizzle/postgres/0022_sessions_by_version.sql']
	: ['drizzle/sqlite/0010_counted_and_aged.sql', 'drizzle/sqlite/0030_sessions_by_version.sql'];
const UPDATES = MIGRATIONS.flatMap((file) =>
	readFileSync(file, 'utf8').split('--> statement-breakpoint')
).filter((statement) => statement.trim().startsWith('UPDATE'));

/** What only one engine knows, by its own name. */
async function execute(db: Db, statement: SQL): Promise<void> {
	const run: unknown = Reflect.get(db, isPostgres ? 'execute' : 'run');
	if (typeof run !== 'function') throw new TypeError('The builders run no statement');
	await Reflect.apply(run, db, [statement]);
}

const read = () =>
	storage.context.read(async ({ db }) =>
		db
			.select({
				id: connectSessions.id,
				furthest: connectSessions.furthest,
				unsupported: connectSessions.unsupported,
				choices: connectSessions.choices,
				userStart: connectSessions.userStart,
				version: connectSessions.version,
				responseType: connectSessions.responseType,
				insertedAt: connectSessions.insertedAt
			})
			.from(connectSessions)
			.orderBy(asc(connectSessions.id))
	);

it('migrations count the sessions of before like those that come', async () => {
	const clientId = await newApplication(storage.context);
	const scope = 'required:read_battery read_odometer read_vin';
	await recordSessions(
		storage.context,
		clientId,
		{ id: 'a', scope, screens: 'preamble login grant', outcome: 'granted', refused: ['read_vin'] },
		{ id: 'b', scope: '', screens: 'finish', outcome: 'granted', user: '', version: 7 },
		{ id: 'c', scope, screens: 'preamble unsupported', user: '🚗'.repeat(201) },
		{ id: 'd', scope, outcome: 'access_denied', user: 'ann', startedAt: REHEARSED_START - 7 },
		{ id: 'e', scope, screens: 'preamble login grant', outcome: 'access_denied' },
		{ id: 'f', scope: '', screens: 'login', responseType: 'vehicle_id' }
	);
	const written = await read();
	expect(written[0]).toMatchObject({
		...tallySteps([{ screen: 'grant', at: REHEARSED_START }]),
		choices: formatChoices(
			[
				{ name: 'read_odometer', required: false },
				{ name: 'read_vin', required: false }
			],
			['read_vin']
		)
	});
	await storage.context.write(async ({ db }) => {
		await db.update(connectSessions).set({
			furthest: null,
			unsupported: false,
			choices: null,
			userStart: null,
			version: null,
			responseType: 'code',
			insertedAt: null
		});
		for (const update of UPDATES) await execute(db, sql.raw(update));
	});
	expect(await read()).toEqual(written);
});
