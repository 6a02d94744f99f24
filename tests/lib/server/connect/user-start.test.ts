import { createApplication } from '#lib/server/applications/applications.ts';
import { listSessions } from '#lib/server/connect/session-list.ts';
import { userStart } from '#lib/server/connect/user-start.ts';
import { expect, it } from 'vitest';
import { recordSessions } from '../../../support/connect-sessions.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

it.each([
	[null, null],
	['', null],
	['ann', 'ann'],
	['🚗'.repeat(201), '🚗'.repeat(200)]
])('of the user %j it takes %j', (user, start) => {
	expect(userStart(user)).toBe(start);
});

it('users that begin alike are told apart', async () => {
	const created = await createApplication(storage.context, { name: 'Charge Planner' });
	if (!created.ok) throw new Error(created.kind);
	const long = 'u'.repeat(300);
	await recordSessions(
		storage.context,
		created.clientId,
		{ id: 'one', user: `${long}1` },
		{ id: 'two', user: `${long}2` }
	);
	const page = await listSessions(storage.context, created.clientId, { page: 1, user: `${long}2` });
	expect(page).toMatchObject({ count: 1, sessions: [{ id: 'two' }] });
});
