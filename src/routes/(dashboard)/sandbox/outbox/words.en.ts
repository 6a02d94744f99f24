export const heading = 'Outbox';
export const lead =
	'Mail to owners, as it would leave by a mail server. Here it stays on this machine. The newest comes first; scripts read `/sandbox/outbox.json`.';
export const none = 'No mail yet';
export const noneText =
	'An owner who signs in to the portal gets a code by mail, and so does whoever tries it here with any address, such as owner@example.com.';
export const askForCode = 'Ask for a code in the portal';
export const to = 'To';
export const toPortal = 'To the portal';
export const sentAway = 'Mail leaves by the server that SMTP_URL names; there is no outbox.';
export const off =
	'There is no outbox, since others can reach this server. Set SMTP_URL for mail to owners.';
