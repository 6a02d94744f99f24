import { parseAddress } from '../owners/address.ts';
import type { Parse, Read } from './settings.ts';

/** How mail leaves this server. */
export type MailWay =
	| {
			readonly kind: 'smtp';
			readonly url: string;
			/** Address that it comes from. */
			readonly from: string;
	  }
	/** It stays here, on a page that only this machine reaches. */
	| { readonly kind: 'outbox' }
	| { readonly kind: 'off' };

/** In an object, since null is what cannot be used. */
interface Maybe {
	readonly text: string | null;
}

const parseSmtpUrl: Parse<Maybe> = (text) => {
	if (text === '') return { text: null };
	const url = /^smtps?:\/\//.test(text) ? URL.parse(text) : null;
	return url !== null && url.hostname !== '' ? { text } : null;
};

const parseFrom: Parse<Maybe> = (text) => {
	if (text === '') return { text: null };
	return parseAddress(text).ok ? { text } : null;
};

export function readMailWay(
	read: Read,
	{ origin, isPublic }: { readonly origin: string; readonly isPublic: boolean }
): MailWay {
	const { text: url } = read(
		'SMTP_URL',
		parseSmtpUrl,
		'',
		'the address of a mail server, e.g. smtp://user:password@mail.example.com:587, or smtps:// with 465'
	);
	const { text: from } = read(
		'MAIL_FROM',
		parseFrom,
		'',
		'the e-mail address that mail comes from, e.g. no-reply@example.com'
	);
	if (url !== null) return { kind: 'smtp', url, from: from ?? `no-reply@${senderHost(origin)}` };
	return { kind: isPublic ? 'off' : 'outbox' };
}

/** A number stands in no address that a mail server has to take. */
function senderHost(origin: string): string {
	const { hostname } = new URL(origin);
	return /[a-z]$/i.test(hostname) ? hostname : 'localhost';
}
