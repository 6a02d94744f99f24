import { eq } from 'drizzle-orm';
import { createApplication } from '../src/lib/server/applications/applications.ts';
import type { Context } from '../src/lib/server/context.ts';
import { rememberAccount } from '../src/lib/server/connect/vehicle-accounts.ts';
import { digestOf, randomSecret } from '../src/lib/server/digest.ts';
import { createSession } from '../src/lib/server/connect/sessions.ts';
import { SCREENS } from '../src/lib/connect/session-data.ts';
import { signIn } from '../src/lib/connect/test-logins.ts';
import { connectSessions } from '../src/lib/server/db/session-schema.ts';
import { openStorage } from './storage.ts';

const MAKE = 'CHEVROLET';

/** A consent page that waits for its owner. */
export interface ConsentPage {
	readonly path: string;
	/** Of the browser that the session belongs to, and that signed in. */
	readonly cookie: string;
}

/** Brings an owner to the consent page, in the database of a server that is not started yet. */
export async function prepareConsent(file: string): Promise<ConsentPage> {
	const [page] = await prepareConsents(file, [1]);
	if (!page) throw new TypeError('No owner came to the consent page');
	return page;
}

/**
 * The same for several owners, each with a vehicle of their own.
 *
 * @param owners how many each application has
 */
export async function prepareConsents(
	file: string,
	owners: readonly number[]
): Promise<readonly ConsentPage[]> {
	const { engine, now } = await openStorage(file);
	const pages: ConsentPage[] = [];
	// A commit of each would wait for the disk a thousand times.
	await now().write(async (transaction) => {
		for (const [index, count] of owners.entries()) {
			const name = index === 0 ? 'Benchmark' : `Benchmark ${index}`;
			const application = await createApplication(transaction, { name });
			if (!application.ok) throw new TypeError(application.kind);
			for (let owner = 0; owner < count; owner += 1) {
				const username = `owner-${pages.length}@benchmark.example`;
				pages.push(await reachConsent(transaction, application.clientId, username));
			}
		}
	});
	await engine.close();
	return pages;
}

async function reachConsent(
	context: Context,
	clientId: string,
	username: string
): Promise<ConsentPage> {
	const browser = randomSecret();
	const secret = randomSecret();
	const id = await createSession(context, clientId, browser, {
		responseType: 'code',
		redirectUri: 'https://app.example/callback',
		redirectUriSent: true,
		state: null,
		asked: [
			{ name: 'read_battery', required: true },
			{ name: 'read_charge', required: false },
			{ name: 'read_location', required: false },
			{ name: 'read_odometer', required: false }
		],
		version: null,
		approvalPrompt: 'force',
		mode: 'simulated',
		make: null,
		singleSelect: false,
		singleSelectVin: null,
		country: null,
		user: null,
		externalId: null,
		vehicleId: null,
		appOrigin: null,
		codeChallenge: null,
		refuse: []
	});
	await context.write(async (transaction) => {
		const account = signIn(username, { make: MAKE, singleSelectVin: null });
		const found = account.kind === 'vehicles' ? account.vehicles : [];
		const key = { make: MAKE, username };
		await transaction.db
			.update(connectSessions)
			.set({
				make: MAKE,
				accountId: await rememberAccount(transaction, key, found),
				signInDigest: digestOf(secret),
				steps: SCREENS.map((screen) => ({ screen, at: transaction.now }))
			})
			.where(eq(connectSessions.id, id));
	});
	const cookie = `connect=${browser}; connect_sign_in=${secret}`;
	return { path: `/oauth/authorize/${id}/grant`, cookie };
}
