import { createTransport } from 'nodemailer';
import type { Send } from './deliver.ts';

/** Milliseconds that a mail server gets for each step of the talk. */
const PATIENCE = 10_000;

/**
 * Sends by a mail server. What it is told comes from a checked address and our own words; it may
 * reach no file and no address by what a text says.
 */
export function smtpSender(url: string, from: string): Send {
	const transport = createTransport({
		url,
		connectionTimeout: PATIENCE,
		greetingTimeout: PATIENCE,
		socketTimeout: PATIENCE,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	return async ({ to, subject, text }) => {
		await transport.sendMail({
			from,
			to: { name: '', address: to },
			subject,
			text,
			headers: { 'auto-submitted': 'auto-generated' }
		});
	};
}
