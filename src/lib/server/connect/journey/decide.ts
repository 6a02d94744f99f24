import type { ConsentForm } from '#lib/connect/consent.ts';
import { decideAllow } from '#lib/connect/journey/allow.ts';
import type { Context } from '../../context.ts';
import { findFirstApproval, giveCodeAgain } from '../approve.ts';
import { readSession } from '../sessions.ts';
import { endGranted, leaveGranted } from './end.ts';
import { offerOf } from './offer.ts';
import type { Next, Traveller } from './step.ts';

/** Decides on the consent screen. A second press on Allow is answered like the first. */
export async function decide(
	context: Context,
	traveller: Traveller,
	form: ConsentForm
): Promise<Next> {
	return context.write(async (transaction) => {
		const found = await readSession(transaction, traveller);
		if (found.kind === 'foreign') return { kind: 'lost' };
		const { session } = found;
		const offer = await offerOf(transaction, session);
		const first =
			found.kind === 'over' ? await findFirstApproval(transaction, found.session) : null;
		const step = decideAllow({ found, offer, form, first, now: transaction.now });
		switch (step.kind) {
			case 'grant':
				return endGranted(
					transaction,
					{ ...session, accountId: step.accountId },
					traveller,
					step.approval
				);
			case 'repeat': {
				const again = first && (await giveCodeAgain(transaction, session, first.id));
				if (!again) return { kind: 'lost' };
				return leaveGranted(transaction, session, traveller, again.code);
			}
			default:
				return step;
		}
	});
}
