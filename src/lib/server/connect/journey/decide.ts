import { write } from '../../db/connection.ts';
import { readSettingsRow } from '../../sandbox-settings.ts';
import { approveAgain } from '../approve.ts';
import { checkConsent, type ConsentForm } from '../consent.ts';
import { readSession } from '../sessions.ts';
import { endGranted, goBackGranted } from './end.ts';
import { offerOf } from './offer.ts';
import { hasReached, whereItStands, type Next, type Traveller } from './step.ts';

/** Decides on the consent screen. A second press on Allow is answered like the first. */
export async function decide(traveller: Traveller, form: ConsentForm): Promise<Next> {
	return write((db) => {
		const found = readSession(db, traveller);
		if (found.kind === 'foreign') return { kind: 'lost' };
		const { session } = found;
		if (!hasReached(session, 'grant')) {
			return found.kind === 'over' ? { kind: 'lost' } : whereItStands(session);
		}
		const decision = checkConsent(offerOf(db, session), form);
		if (found.kind === 'over') {
			if (!decision.ok) return { kind: 'lost' };
			const { protocol } = readSettingsRow(db, session.clientId);
			const again = approveAgain(db, found.session, decision, protocol);
			return again ? goBackGranted(db, session, traveller, again.code) : { kind: 'lost' };
		}
		const { ownerId } = session;
		if (ownerId === null) return { kind: 'screen', screen: 'preamble' };
		if (!decision.ok) return { kind: 'refused', fault: decision.fault };
		return endGranted(db, { ...session, ownerId }, traveller, decision);
	});
}
