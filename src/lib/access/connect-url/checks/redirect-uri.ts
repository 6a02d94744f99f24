import { nearestUri } from '../nearest-uri.ts';
import { checkRedirectUri } from '../redirect-uri.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

/** The default stands in for one that is left out, except where no redirect is needed. */
export const checkDefaultRedirect: LinkCheck = ({ parameters }, { application }) => {
	const { redirectUri, responseType } = parameters;
	if (redirectUri !== undefined || !application || responseType === 'none') return [];
	if (application.redirectUris.some(({ isDefault }) => isDefault)) return [];
	return [findingAbout('redirectUri', parameters)('error', { code: 'no-default-redirect' })];
};

/** Compared as a whole with what is registered (RFC 6749 section 3.1.2.3; RFC 9700 section 4.1.3). */
export const checkRedirect: LinkCheck = ({ parameters }, { application }) => {
	const { redirectUri } = parameters;
	if (redirectUri === undefined) return [];
	const finding = findingAbout('redirectUri', parameters);
	const known = application?.redirectUris ?? [];
	const registered = known.some(({ uri }) => uri === redirectUri);
	const clientId = application?.clientId;
	const checked = checkRedirectUri(redirectUri, { clientId });
	if (!checked.ok) {
		const { rule } = checked;
		return [finding('error', { code: 'redirect-form', rule, clientId, registered })];
	}
	if (application && !registered) {
		return [finding('error', { code: 'not-registered', nearest: nearestUri(redirectUri, known) })];
	}
	return checked.kind === 'loopback-address' ? [finding('note', { code: 'loopback-address' })] : [];
};
