import { answerJsonFile } from '#lib/server/http/json-file.ts';
import { requireOwner } from '../../visit.ts';
import { receiptAt } from '../receipt.ts';
import type { RequestHandler } from './$types.js';

/** A receipt as a file. Whoever is not signed in does so first, and comes to its page. */
export const GET: RequestHandler = async (event) => {
	const page = await requireOwner(event, `/my/receipts/${event.params.receiptId}`);
	const receipt = await receiptAt(page, event);
	return answerJsonFile(
		`receipt-${receipt.receipt}.json`,
		`${JSON.stringify(receipt, null, '\t')}\n`
	);
};
