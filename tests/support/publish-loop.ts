import { createApplication } from '#lib/server/applications/applications.ts';
import { saveDraft } from '#lib/server/configurations/drafts.ts';
import { latestVersion, publish } from '#lib/server/configurations/versions.ts';
import { openStorage } from '../../tools/storage.ts';
import { draftOf } from './outcome.ts';

/**
 * A program that publishes as fast as it can until it is killed, and acknowledges each version on
 * its standard output once it was told that it is published.
 *
 * Arguments: database file, client id (a new application when empty), most versions to publish.
 */
const [, , file = '', given = '', most = '100000'] = process.argv;
const { now } = await openStorage(file);
const clientId = given || (await create());
process.stdout.write(`application ${clientId}\n`);

for (let count = 0; count < Number(most); count++) {
	const [draft, current] = [await draftOf(now(), clientId), await latestVersion(now(), clientId)];
	const code = (current?.number ?? 0) % 2 === 0 ? 'vin' : 'make';
	const saved = await saveDraft(now(), {
		clientId,
		baseRevision: draft.revision,
		selection: [{ code, required: false }]
	});
	if (!saved.ok) continue;
	const outcome = await publish(now(), {
		clientId,
		basedOn: current?.number ?? null,
		draftRevision: saved.draft.revision,
		message: `by ${process.pid}`
	});
	if (outcome.ok) process.stdout.write(`published ${outcome.version.number}\n`);
}

async function create(): Promise<string> {
	const created = await createApplication(now(), { name: 'Publisher' });
	if (!created.ok) throw new Error(created.kind);
	return created.clientId;
}
