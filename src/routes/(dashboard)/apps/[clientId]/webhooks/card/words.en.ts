export const verified = 'verified';
export const notVerified = 'not verified';
export const off = 'off';
export const sendTest = 'Send a test event';
export const verify = 'Verify';
export const verifyAgain = 'Verify again';
export const edit = 'Edit…';
export const callback = 'Callback';
export const errorsGoTo = 'Errors go to';
export const sameAddress = 'the same address';
export const firesWhen = 'Fires when';
export const carries = 'Carries';
export const subscribes = 'Subscribes';
export const byItself = 'cars that are connected; never simulated ones that were added by hand';
export const byHand = 'only cars that you subscribe';
export const signs = 'VERIFY';
export const signed = 'signed as well';
export const signingKey = 'Signing key';
export const noKey = 'none that opens; make one on the Credentials page';
export const masked = (tail: string) => `••••••••••••••••${tail}`;
export const show = 'Show';
export const hide = 'Hide';
export const copyKey = 'management token';
export const shownOnce = 'New. It stands here for a minute; later press Show.';
export const shownFor = 'It stands here for a minute.';
export const rotate = 'Rotate…';
export const rotateText =
	'A new key takes its place at once, here and for the management API. Receivers that check with this one refuse every delivery until they have the new one.';
export const rotateNow = 'Replace the key';
export const disable = 'Disable';
export const enable = 'Enable';
export const deleteOpen = 'Delete…';
export const deleteText =
	'Its subscriptions and the log of its deliveries go with it, and nothing is delivered any more.';
export const deleteNow = 'Delete the webhook';
export const notVerifiedText =
	'Nothing is delivered before your receiver answers VERIFY with the HMAC of its challenge.';
export const offText = 'It is off: nothing is delivered, and nothing is kept for later.';
