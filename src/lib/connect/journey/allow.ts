import {
	checkConsent,
	type ConsentFault,
	type ConsentForm,
	type ConsentOffer
} from '../consent.ts';
import type { Screen } from '../session-data.ts';
import { isSecondPress, type Approval, type StoredApproval } from './approval.ts';
import { hasReached, lastScreen, type KnownSession } from './session.ts';

/** What Allow leads to. */
export type AllowStep =
	| { readonly kind: 'grant'; readonly accountId: string; readonly approval: Approval }
	/** The consent stands; this press is answered like the first. */
	| { readonly kind: 'repeat' }
	| { readonly kind: 'refused'; readonly fault: ConsentFault }
	| { readonly kind: 'screen'; readonly screen: Screen }
	| { readonly kind: 'lost' };

interface AllowFacts {
	readonly found: KnownSession;
	readonly offer: ConsentOffer;
	readonly form: ConsentForm;
	/** What the session granted before; null where it granted nothing. */
	readonly first: StoredApproval | null;
	readonly now: number;
}

/** Decides on the consent screen. A second press on Allow is answered like the first. */
export function decideAllow({ found, offer, form, first, now }: AllowFacts): AllowStep {
	const { session } = found;
	const decision = checkConsent(offer, form);
	if (found.kind === 'over') {
		const repeats =
			hasReached(session, 'grant') &&
			decision.ok &&
			first !== null &&
			isSecondPress(found.session, first, decision, now);
		return repeats ? { kind: 'repeat' } : { kind: 'lost' };
	}
	if (!hasReached(session, 'grant')) return { kind: 'screen', screen: lastScreen(session) };
	const { accountId } = session;
	if (accountId === null) return { kind: 'screen', screen: 'preamble' };
	if (!decision.ok) return { kind: 'refused', fault: decision.fault };
	const { granted, vehicleIds } = decision;
	return { kind: 'grant', accountId, approval: { granted, vehicleIds } };
}
