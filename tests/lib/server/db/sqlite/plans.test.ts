import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import { expect, it, vi } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../../support/codes.ts';
import { driverOf } from '../../../../support/driver.ts';
import { askForSessions, recordForLists, STATEMENTS } from '../../../../support/session-lists.ts';
import { useSqlite } from '../../../../support/storage.ts';
import { exchange, refreshBy, revoke, tokensOf } from '../../../../support/tokens.ts';

const storage = useSqlite();

/** How SQLite goes about each statement that is prepared while something is done. */
async function plansOf(work: () => Promise<unknown>): Promise<readonly string[]> {
	const { context } = storage;
	const driver = await context.read(({ db }) => Promise.resolve(driverOf(db)));
	const prepare = vi.spyOn(driver, 'prepare');
	await work();
	const asked = prepare.mock.calls.map(([sql]) => sql);
	prepare.mockRestore();
	return asked.flatMap((sql) => {
		const statement = driver.prepare(`explain query plan ${sql}`);
		const values = Array.from(sql.matchAll(/\?/g), () => null);
		return statement.all(...values).map((row) => String(Reflect.get(Object(row), 'detail')));
	});
}

it('finds what a code or token reaches without walking through all of an application', async () => {
	const { context } = storage;
	const client = await createConnectedClient(context);
	const [code = ''] = await giveCodes(context, client.clientId, 1);
	const plans = await plansOf(async () => {
		const first = tokensOf(await exchange(context, client, code));
		const second = tokensOf(await refreshBy(context, client, first.refresh));
		expect(await findAccessGrant(context, second.access)).not.toBeNull();
		await refreshBy(context, client, client.clientId);
		await revoke(context, client, { token: second.access });
	});
	// Rules of faults are a hundred at most.
	const scans = plans.filter((plan) => /^SCAN (?!fault_rules\b)/.test(plan));
	expect(scans).toEqual([]);
	const ofConnections = plans.filter((plan) => plan.startsWith('SEARCH connections '));
	expect(ofConnections).toHaveLength(3);
	for (const plan of ofConnections) {
		expect(plan).toContain('(account_id=? AND client_id=? AND mode=?)');
	}
});

it('counts and lists sessions in indexes alone, whatever they are narrowed to', async () => {
	const { context } = storage;
	const { clientId } = await createConnectedClient(context);
	await recordForLists(context, clientId);
	const plans = await plansOf(() => askForSessions(context, clientId));
	expect(plans.filter((plan) => plan.startsWith('SCAN'))).toEqual([]);
	expect(plans.filter((plan) => plan.includes('FOR ORDER BY'))).toEqual([]);
	const ofSessions = plans.filter((plan) => plan.startsWith('SEARCH connect_sessions '));
	// Those that go on are few; the rows of one page are found by their ids.
	const inRows = ofSessions.filter((plan) => !/COVERING INDEX|connect_sessions_open/.test(plan));
	expect(new Set(inRows)).toEqual(
		new Set(['SEARCH connect_sessions USING INDEX sqlite_autoindex_connect_sessions_1 (id=?)'])
	);
	expect(ofSessions).toHaveLength(STATEMENTS);
});
