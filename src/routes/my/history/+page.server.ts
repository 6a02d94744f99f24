import { fill } from '#lib/access/owner-words/fill.ts';
import { languageOf } from '#lib/access/owner-words/languages.ts';
import { parted } from '#lib/access/owner-words/parted.ts';
import { permissionText } from '#lib/access/owner-words/permission-texts.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import { listConsents } from '#lib/server/owners/reach/list-consents.ts';
import { ownersPage } from '../portal-page.ts';
import { languageFor } from '../visit.ts';

export const load = ownersPage('/my/history', async ({ context }, event) => {
	const { searchParams } = event.url;
	const clientId = searchParams.get('app') ?? undefined;
	const before = Number(searchParams.get('before') ?? Number.NaN);
	const { consents, ...found } = await listConsents(context, {
		...(clientId === undefined ? {} : { clientId }),
		...(Number.isSafeInteger(before) && before < MOST ? { before } : {})
	});
	const { permissions, list, words } = languageOf(languageFor(event));
	const labelOf = (name: PermissionName) => permissionText(name, permissions).label;
	return {
		...found,
		clientId: clientId ?? null,
		consents: consents.map(({ granted, purposes, vehicles, ...consent }) => ({
			...consent,
			what: parted(granted.map(labelOf)),
			says: fill(words.says, { app: consent.app.name }),
			purposes: purposes.map(({ name, text }) => ({ label: labelOf(name), text })),
			vehicles: list.format(vehicles)
		}))
	};
});

/** No row has a greater number. */
const MOST = 2 ** 31;
