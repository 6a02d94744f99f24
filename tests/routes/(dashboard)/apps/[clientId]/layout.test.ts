import { latestVersion } from '#lib/server/configurations/versions.ts';
import { versions } from '#lib/server/db/schema.ts';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { load } from '../../../../../src/routes/(dashboard)/apps/[clientId]/+layout.server.ts';
import { newApplication, publishItems } from '../../../../support/connect.ts';
import { formEvent } from '../../../../support/form-event.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(storage.context);
	await publishItems(storage.context, clientId, 'make');
});

/** What every page of the application is told. */
function read(): unknown {
	const event = formEvent(storage.context, { clientId }, '');
	return Reflect.apply(load, undefined, [{ ...event, depends: () => undefined }]);
}

it('the current version is told', async () => {
	const published = await latestVersion(storage.context, clientId);
	expect(await read()).toMatchObject({ published, damaged: null });
});

it('where the current version is damaged, the draft stays, and its number is said', async () => {
	const last = await latestVersion(storage.context, clientId);
	if (!last) throw new Error('Nothing was published');
	await storage.context.write(({ db }) =>
		db.insert(versions).values({ ...last, clientId, number: 2, selection: sql`'"no list"'` })
	);
	expect(await read()).toMatchObject({
		published: null,
		damaged: 2,
		draft: { selection: [{ code: 'make', required: false }] }
	});
});
