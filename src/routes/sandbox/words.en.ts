export const tellApart =
	'Your app should tell `{error}` apart from the other endings, and say what the owner can do now.';
export const faultOfLink =
	'`{error}` is a fault of the link itself. Mend what the description names.';
export const redirect = 'The redirect';
export const sampleClientTitle = 'Sample client · Sandbox';
export const sampleClient = 'Sample client';
export const sampleClientText =
	'What your app’s redirect URI would receive, and what its server does next.';
export const nothingArrived =
	'Nothing arrived. Open a Connect link of an application that has this page as its redirect URI.';
export const stateWasKnown = 'The state was the one that this browser began with.';
export const stateKnown = 'The state is the one that this browser began with.';
export const stateUnknown =
	'The state is not one that this browser began with. An app stops here: somebody else may have started this, to slip in a vehicle of their own.';
export const noAccess = 'No access was granted';
export const exchange = 'The exchange';
export const exchangeCode = 'Exchange the code';
export const backToApplication = 'Back to the application';
export const tokens = 'The tokens';
export const namesNoScope =
	'As on the platform, the answer names no scope; the connection shows what was granted.';
export const scope = 'scope';
export const nextCall = 'The next call';
export const copiedCall = 'the call with its token';
export const showTokens = 'Show the tokens';
export const callWithToken = 'The call with its token';
export const refreshToken = 'Refresh token';
export const notExchanged =
	'The state is not one that this browser began with, so the code was not exchanged.';
export const backToAppTitle = 'Back to the app · Sandbox';
export const backToApp = 'Back to the app';
export const noPopUp =
	'This page reports to the page that opened it as a pop-up, and none did. Open Connect by the browser SDK.';
export const appIsTold = 'The app is told how Connect ended, and this window closes.';
export const needsScript = 'It needs JavaScript, as the browser SDK does.';
