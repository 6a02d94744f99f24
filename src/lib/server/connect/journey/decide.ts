import type { Context } from '../../context.ts';
import { readSandboxSettings } from '../../sandbox-settings.ts';
import { approveAgain } from '../approve.ts';
import { checkConsent, type ConsentForm } from '#lib/connect/consent.ts';
import { readSession } from '../sessions.ts';
import { endGranted, goBackGranted } from './end.ts';
import { offerOf } from './offer.ts';
import { hasReached, whereItStands, type Next, type Traveller } from './step.ts';

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
		if (!hasReached(session, 'grant')) {
			return found.kind === 'over' ? { kind: 'lost' } : whereItStands(session);
		}
		const decision = checkConsent(await offerOf(transaction, session), form);
		if (found.kind === 'over') {
			if (!decision.ok) return { kind: 'lost' };
			const { protocol } = await readSandboxSettings(transaction, session.clientId);
			const again = await approveAgain(transaction, found.session, decision, protocol);
			return again ? goBackGranted(transaction, session, traveller, again.code) : { kind: 'lost' };
		}
		const { ownerId } = session;
		if (ownerId === null) return { kind: 'screen', screen: 'preamble' };
		if (!decision.ok) return { kind: 'refused', fault: decision.fault };
		return endGranted(transaction, { ...session, ownerId }, traveller, decision);
	});
}
