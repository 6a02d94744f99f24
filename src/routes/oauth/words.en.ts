export const titleOf = (status: number) => `${status} · Connect · Sandbox`;
export const openRedirectUris = 'Open the redirect URIs';
export const goBack = 'Go back to the app that sent you here and start again.';
export const request = 'Request';
export const sent = 'Sent';
export const nothing = 'nothing';
export const registered = 'Registered';
export const byDefault = 'default';
export const none = 'none';
export const tooManyLinks = (most: number, seconds: number) =>
	`More than ${most} Connect links in a minute; try again in ${seconds} s.`;
export const lost = 'This session is over, or it was begun in another browser.';
