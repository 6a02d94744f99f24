export const heading = 'Outbox';
export const lead =
	'Mail to owners, as it would leave by a mail server. Here it stays on this machine. The newest comes first; scripts read `/sandbox/outbox.json`.';
export const none = 'No mail yet. Ask for a code at `/my`.';
export const to = 'To';
export const toPortal = 'To the portal';
export const sentAway = 'Mail leaves by the server that SMTP_URL names; there is no outbox.';
export const off =
	'There is no outbox, since others can reach this server. Set SMTP_URL for mail to owners.';
