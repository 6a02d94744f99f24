import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { languageOf } from '#lib/access/owner-words/languages.ts';
import { permissionText } from '#lib/access/owner-words/permission-texts.ts';
import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { parseReceiptId, type Receipt } from '#lib/owners/receipt.ts';
import { findReceipt } from '#lib/server/owners/reach/find-receipt.ts';
import { error } from '@sveltejs/kit';
import type { PageEvent } from '../portal-page.ts';
import { languageFor, type OwnersPage } from '../visit.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The receipt that an address names, as its page shows it and its file holds it. */
export async function receiptAt(
	{ context, owner }: OwnersPage,
	event: PageEvent
): Promise<Receipt> {
	const language = languageOf(languageFor(event));
	const id = parseReceiptId(event.params.receiptId ?? '');
	const found = id === null ? null : await findReceipt(context, id);
	if (!found) error(404, portalWords(language.code).receiptUnknown);
	const { kind, by, application, vehicles, asked, account } = found;
	const { origin } = event.locals;
	return {
		$schema: `${origin}/schemas/receipt.json`,
		format: 1,
		receipt: found.id,
		issuedTo: owner.address,
		language: language.code,
		kind,
		at: new Date(found.at).toISOString(),
		by,
		application,
		account: {
			brand: findMake(account.make, MAKES)?.name ?? account.make,
			username: account.username
		},
		vehicles,
		requestVersion: found.version,
		permissions: asked.map(({ name, required }) => ({
			name,
			...permissionText(name, language.permissions),
			required,
			given: found.granted.includes(name)
		})),
		endsAfterDaysUnused: found.granted.length === 0 ? null : LIFETIMES.refreshToken / DAY,
		takeBack: `${origin}/my/applications/${application.clientId}`,
		portal: `${origin}/my`
	};
}
