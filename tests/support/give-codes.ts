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
const settings = readSettings(process.env);
const engine = await openStorage(settings);
const context = requestContext(engine, settings);
const { clientId, secret } = await createConnectedClient(context);
const codes = await giveCodes(context, clientId, Number(process.argv[2]));
process.stdout.write([`${clientId} ${secret}`, ...codes].join('\n'));
await engine.close();
