import { fill } from '#lib/access/owner-words/fill.ts';
import { countIn, portalWords } from '#lib/access/owner-words/portal/words.ts';
import { parseAddress, type Address, type AddressFault } from '#lib/owners/address.ts';
import { quote } from '#lib/access/characters.ts';
import type { Wait } from '#lib/owners/limits.ts';
import { callerOf } from '#lib/server/connect/throttle.ts';
import { randomSecret } from '#lib/server/digest.ts';
import { askForCode } from '#lib/server/owners/ask-for-code.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { giveSecret, secretIn } from './cookies.ts';
import { languageFor } from './visit.ts';

type Event = Pick<RequestEvent, 'locals' | 'cookies' | 'url' | 'request'>;

/** Why no code was sent, in the owner's words. */
interface NotAsked {
	readonly ok: false;
	readonly status: 422 | 429;
	readonly message: string;
}

/**
 * Sends a code to what was typed as an address, and lets this browser alone submit it. Each code has
 * a cookie of its own, so that one which somebody planted here leads nowhere.
 */
export async function sendCode(
	event: Event,
	typed: string
): Promise<{ readonly ok: true } | NotAsked> {
	const language = languageFor(event);
	const parsed = parseAddress(typed);
	if (!parsed.ok) return { ok: false, status: 422, message: addressFault(language, parsed.fault) };
	const browser = randomSecret();
	const asked = await askForCode(event.locals.context, asking(event, parsed.address, browser));
	if (!asked.ok) return { ok: false, status: 429, message: waitWords(language, asked.wait) };
	giveSecret(event, 'owner_code', browser);
	return { ok: true };
}

function asking(event: Event, address: Address, browser: string) {
	const { mailSubject, mailText, mailKnown } = portalWords(languageFor(event));
	// What a request calls this server may not lead to it from a mail.
	const { origin } = event.locals.context.settings;
	const linkTo = (known: string) => `${origin}/my/known?as=${known}`;
	return {
		address,
		browser,
		former: secretIn(event, 'owner_code'),
		known: secretIn(event, 'owner_known'),
		client: callerOf(event.locals.address),
		word: (code: string, known: string | null) => ({
			subject: mailSubject,
			text: [fill(mailText, { code }), known && fill(mailKnown, { link: linkTo(known) })]
				.filter(Boolean)
				.join('\n\n')
		})
	};
}

function addressFault(language: string, fault: AddressFault): string {
	const words = portalWords(language);
	switch (fault.code) {
		case 'missing':
			return words.addressMissing;
		case 'long':
			return fill(words.addressLong, { most: String(fault.most) });
		case 'character':
			return fill(words.addressCharacter, { character: quote(fault.character) });
		case 'several':
			return words.addressSeveral;
		case 'not-alone':
			return words.addressNotAlone;
		case 'no-at':
			return words.addressNoAt;
		case 'before-at':
			return words.addressBeforeAt;
		case 'after-at':
			return words.addressAfterAt;
	}
}

/** How long somebody has to wait, and for what. */
function waitWords(language: string, { of, seconds }: Wait): string {
	const words = portalWords(language);
	const time =
		seconds < 120
			? countIn(language, words.seconds, seconds)
			: countIn(language, words.minutes, Math.ceil(seconds / 60));
	switch (of) {
		case 'address':
			return fill(words.waitAddressUsed, { time });
		case 'here':
		case 'browser':
			return fill(words.waitAddress, { time });
		case 'client':
		case 'all':
			return fill(words.waitClient, { time });
	}
}
