import { createTransport } from 'nodemailer';
import { isLoopbackHost } from '../loopback.ts';
import type { Send } from './deliver.ts';

/** Milliseconds that a mail server gets. */
interface Patience {
	/** For each step of the talk. */
	readonly step: number;
	/** For all of it: one that answers each time in the last moment would go on for long. */
	readonly talk: number;
}

/** With the seconds that closing may take, less than the lease of a mail: nobody else sends it meanwhile. */
export const PATIENCE: Patience = { step: 10_000, talk: 40_000 };

/**
 * Sends by a mail server. What it is told comes from a checked address and our own words; it may
 * reach no file and no address by what a text says.
 */
export function smtpSender(url: string, from: string, { step, talk } = PATIENCE): Send {
	const transport = createTransport({
		// What the address says of its own comes after these.
		requireTLS: isToldSecrets(url),
		url,
		connectionTimeout: step,
		greetingTimeout: step,
		socketTimeout: step,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	return async ({ to, subject, text }) => {
		await transport.sendMail({
			from,
			to: { name: '', address: to },
			subject,
			text,
			headers: { 'auto-submitted': 'auto-generated' },
			signal: AbortSignal.timeout(talk)
		});
	};
}

/** A password goes to another machine encrypted or not at all, whoever stands between and says what it can do. */
function isToldSecrets(text: string): boolean {
	const { password, hostname } = new URL(text);
	return password !== '' && !isLoopbackHost(hostname);
}
