import { createApplication } from '#lib/server/applications/applications.ts';
import { saveDraft } from '#lib/server/configurations/drafts.ts';
import { openStorage } from '../../tools/storage.ts';
import { draftOf } from './outcome.ts';

/**
 * A program that saves a draft as fast as it can until it is killed, and acknowledges each revision
 * on its standard output once it was told that it is saved. An odd one holds `vin`, an even one
 * `make`.
 *
 * Arguments: database file, client id (a new application when empty).
 */
const [, , file = '', given = ''] = process.argv;
const { now } = await openStorage(file);
const clientId = given || (await create());
process.stdout.write(`application ${clientId}\n`);

for (;;) {
	const { revision: baseRevision } = await draftOf(now(), clientId);
	const code = baseRevision % 2 === 0 ? 'vin' : 'make';
	const selection = [{ code, required: false }];
	const saved = await saveDraft(now(), { clientId, baseRevision, selection });
	if (saved.ok) process.stdout.write(`saved ${saved.draft.revision}\n`);
}

async function create(): Promise<string> {
	const created = await createApplication(now(), { name: 'Saver' });
	if (!created.ok) throw new Error(created.kind);
	return created.clientId;
}
