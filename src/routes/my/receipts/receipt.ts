import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import { receiptFile } from '#lib/owners/receipt-file.ts';
import { parseReceiptId, type Receipt } from '#lib/owners/receipt.ts';
import { findReceipt } from '#lib/server/owners/reach/find-receipt.ts';
import { error } from '@sveltejs/kit';
import type { PageEvent } from '../portal-page.ts';
import { languageFor, type OwnersPage } from '../visit.ts';

/** The receipt that an address names, as its page shows it and its file holds it. */
export async function receiptAt(
	{ context, owner }: OwnersPage,
	event: PageEvent
): Promise<Receipt> {
	const language = languageFor(event);
	const id = parseReceiptId(event.params.receiptId ?? '');
	const kept = id === null ? null : await findReceipt(context, id);
	if (!kept) error(404, portalWords(language).receiptUnknown);
	const { origin } = event.locals;
	return receiptFile(kept, { language, issuedTo: owner.address, origin });
}
