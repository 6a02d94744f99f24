/** What the browser SDK waits for; absent values are null, and `externalId` is left out. */
interface ConnectMessage {
	readonly code?: string | null;
	readonly error?: string | null;
	readonly errorDescription?: string | null;
	readonly state?: string | null;
	readonly vin?: string | null;
	readonly make?: string | null;
	readonly model?: string | null;
	readonly year?: string | null;
	readonly virtualKeyUrl?: string | null;
	readonly userId?: string | null;
	readonly externalId?: string | null | undefined;
}

/**
 * Tells the page that opened this window as a pop-up how Connect ended.
 *
 * Source: `redirect.js` of the platform's browser SDK.
 *
 * @returns false when no page opened this window.
 */
export function postToOpener(targetOrigin: string, message: ConnectMessage): boolean {
	const opener: unknown = window.opener;
	if (!isWindow(opener)) return false;
	const whole = {
		name: 'SmartcarAuthMessage',
		isSmartcarHosted: false,
		code: null,
		error: null,
		errorDescription: null,
		state: null,
		vin: null,
		make: null,
		model: null,
		year: null,
		virtualKeyUrl: null,
		userId: null,
		...message
	};
	opener.postMessage(whole, targetOrigin);
	return true;
}

function isWindow(value: unknown): value is Window {
	return typeof value === 'object' && value !== null && 'postMessage' in value;
}
