import { permissionText } from '#lib/access/owner-words/permission-texts.ts';
import { languageOf } from '#lib/access/owner-words/languages.ts';
import { listAccounts } from '#lib/server/owners/accounts.ts';
import { listApplications } from '#lib/server/owners/reach/list-applications.ts';
import { listEnded, MOST_ENDED } from '#lib/server/owners/reach/list-ended.ts';
import { ownersPage } from '../portal-page.ts';
import { languageFor } from '../visit.ts';

export const load = ownersPage('/my/applications', async ({ context }, event) => {
	const { searchParams } = event.url;
	const wanted = {
		page: Math.trunc(Number(searchParams.get('page'))) || 1,
		key: searchParams.get('key') ?? undefined
	};
	const { applications, ...found } = await listApplications(context, wanted);
	const { permissions } = languageOf(languageFor(event));
	const ended = await listEnded(context);
	return {
		...found,
		ended,
		moreEnded: ended.length === MOST_ENDED,
		applications: applications.map(({ granted, asked, ...application }) => ({
			...application,
			gets: granted.map((name) => permissionText(name, permissions).label),
			asked: asked.length
		})),
		accounts: await listAccounts(context)
	};
});
