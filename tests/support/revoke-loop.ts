import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import type { Context } from '#lib/server/context.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { openKey } from '#lib/server/db/open-key.ts';
import { openStorage } from '#lib/server/db/open-storage.ts';
import { requestContext } from '#lib/server/http/request-context.ts';
import { linkAccount } from '#lib/server/owners/accounts.ts';
import { findApplication } from '#lib/server/owners/reach/find-application.ts';
import { revokeApplication } from '#lib/server/owners/reach/revoke-application.ts';
import { readSettings } from '#lib/server/settings.ts';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, newApplication, newSecret } from './connect.ts';
import { listConsents } from './list-consents.ts';
import { ownerContext } from './owners.ts';
import { exchange, refreshBy, tokensOf, type Client } from './tokens.ts';

/**
 * A program that works on the database of `DATABASE_URL`. As `run` it has owners give an app of theirs
 * access to two accounts and take it back, some at a time, until it is killed: it says `revoking` before
 * that and `revoked` once it was told so, both with the client and its tokens. As `check` it prints what
 * does not agree, a line each; what was said lies in the file of its second argument.
 */
const [, , act = 'run', said = ''] = process.argv;
const AT_A_TIME = 4;
const TAKEN = 'ended ended; granted granted revoked revoked; reaches 0; 400';
const GIVEN = 'stands stands; granted granted; reaches 1; 200';

const settings = { ...readSettings(process.env), rateLimits: false };
const engine = await openStorage(settings);
const key = await openKey(engine, settings);
const now = () => requestContext(engine, settings, key);

if (act === 'check') await check();
else {
	const owner = await ownerContext(now(), { address: `${randomUUID()}@example.org` });
	await Promise.all(Array.from({ length: AT_A_TIME }, () => work(owner)));
}
await engine.close();

async function work(owner: Context): Promise<never> {
	for (;;) {
		const clientId = await newApplication(now());
		const client = { clientId, secret: await newSecret(now(), clientId) };
		let code = '';
		// Of two accounts, which are taken back together.
		for (const number of [1, 2]) {
			const username = `${number}.${clientId}@example.org`;
			code = await connect(now(), clientId, {}, { username });
			await linkAccount(owner, { make: 'CHEVROLET', username });
		}
		const { access, refresh } = tokensOf(await exchange(now(), client, code));
		const line = `${clientId} ${client.secret} ${access} ${refresh}\n`;
		process.stdout.write(`revoking ${line}`);
		await revokeApplication(owner, clientId);
		const seen = await findApplication(owner, clientId);
		if (seen?.vehicles.every(({ ending }) => ending !== null)) {
			process.stdout.write(`revoked ${line}`);
		}
	}
}

async function check(): Promise<void> {
	const lines = readFileSync(said, 'utf8').trim().split('\n');
	const answered = new Set(
		lines.filter((line) => line.startsWith('revoked ')).map((line) => line.slice(8))
	);
	for (const line of lines) {
		if (!line.startsWith('revoking ')) continue;
		const [clientId = '', secret = '', access = '', refresh = ''] = line.slice(9).split(' ');
		const facts = await factsOf(now(), { clientId, secret }, access, refresh);
		const wanted = facts.includes('revoked') || answered.has(line.slice(9)) ? TAKEN : GIVEN;
		if (facts !== wanted) process.stdout.write(`${clientId} was ${wanted} and is ${facts}\n`);
	}
}

/** How connections, history, access token and refresh token stand. */
async function factsOf(context: Context, client: Client, access: string, refresh: string) {
	const rows = await context.read(async ({ db }) => db.select().from(connections));
	const mine = rows.filter(({ clientId }) => clientId === client.clientId);
	const kinds = (await listConsents(context)).filter((one) => one.clientId === client.clientId);
	const reached = await findAccessGrant(context, access);
	return [
		mine.map(({ endedBy }) => (endedBy === 'owner' ? 'ended' : 'stands')).join(' '),
		kinds.map(({ kind }) => kind).join(' '),
		`reaches ${reached?.vehicles.length}`,
		(await refreshBy(context, client, refresh)).status
	].join('; ');
}
