/** Why a text is no address that events can be sent to. */
export type CallbackUriFault =
	'empty' | 'too-long' | 'not-absolute' | 'scheme' | 'credentials' | 'fragment';

export type CallbackUri =
	| { readonly ok: true; readonly url: URL }
	| { readonly ok: false; readonly fault: CallbackUriFault };

/** Characters of a callback URI at most. */
export const MOST_URI_CHARACTERS = 2048;

/**
 * The form that a callback URI has to have. Whether its host may be reached is another question, which
 * is asked whenever something is sent to it.
 */
export function readCallbackUri(text: string): CallbackUri {
	const fault = faultOf(text);
	if (fault) return { ok: false, fault };
	const url = URL.parse(text);
	return url ? { ok: true, url } : { ok: false, fault: 'not-absolute' };
}

function faultOf(text: string): CallbackUriFault | null {
	if (text.trim() === '') return 'empty';
	if (text.length > MOST_URI_CHARACTERS) return 'too-long';
	// What a parser would take out or turn around is not what somebody wrote.
	if (hasOddCharacter(text)) return 'not-absolute';
	const url = URL.parse(text);
	if (!url) return 'not-absolute';
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
	if (!/^https?:\/\/[^/]/i.test(text)) return 'not-absolute';
	if (url.username !== '' || url.password !== '' || /^[^/?#]*\/\/[^/?#]*@/.test(text)) {
		return 'credentials';
	}
	return text.includes('#') ? 'fragment' : null;
}

/** A space, a backslash or a sign that nobody sees. */
function hasOddCharacter(text: string): boolean {
	return /[\s\\\p{Cc}]/u.test(text);
}
