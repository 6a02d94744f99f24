import { openKey } from '#lib/server/db/open-key.ts';
import { openStorage } from '#lib/server/db/open-storage.ts';
import { requestContext } from '#lib/server/http/request-context.ts';
import { readSettings } from '#lib/server/settings.ts';
import { createConnectedClient, giveCodes } from './codes.ts';

/**
 * A program that makes codes on the database of `DATABASE_URL`, and prints them after the client that
 * they are for.
 *
 * Argument: how many.
 */
/** More do not fit into one statement. */
const AT_ONCE = 1000;

const settings = readSettings(process.env);
const engine = await openStorage(settings);
const context = requestContext(engine, settings, await openKey(engine, settings));
const { clientId, secret } = await createConnectedClient(context);
process.stdout.write(`${clientId} ${secret}`);
for (let left = Number(process.argv[2]); left > 0; left -= AT_ONCE) {
	const codes = await giveCodes(context, clientId, Math.min(left, AT_ONCE));
	process.stdout.write(codes.map((code) => `\n${code}`).join(''));
}
await engine.close();
