export const help = 'Help';
export const lead = 'From the data your app needs to a link that asks for nothing more.';
export const onThisPage = 'On this page';
export const howItWorks = 'How it works';
export const catalog = 'catalog';
export const whatRequiredMeans = 'What Required means';
export const requiredText =
	'An owner may take any permission off before allowing the rest, unless you mark an item that needs it as Required. Then its check box is ticked and locked: the owner grants it, or denies the whole request.';
export const requiredAll =
	'That is all it does. It does not say what a vehicle is able to do, and it does not keep vehicles out. Until 16 June 2026 it did: vehicles without a required permission could not be connected. Text and code written before that day may still count on it.';
export const scopeAndStored = 'Scope and stored configuration';
export const withScope =
	'A Connect link with a scope asks for exactly that scope. The configuration that is stored for the application is then set aside for this one request; the two are never added up.';
export const withoutScope =
	'A link without a scope asks for the stored configuration. On the live platform that is the one in the platform’s own Dashboard, which knows nothing of the versions published here. That is why a live link carries its scope unless you choose otherwise.';
export const theSandbox = 'The sandbox';
export const share = 'Share';
export const words = 'Words';
export const keys = 'Keys';
export const independence = 'Independence';
export const independenceText =
	'Valetkey is an independent project. It is neither made nor endorsed by Smartcar, Inc., whose name is used only to say which platform the scopes and links are for. What is known about that platform comes from its public documents; each item names its sources.';
export const pick = 'Pick';
export const pickText =
	'Tick the signals, commands and attributes your app uses. Each row tells what it would add before you tick it.';
export const seeWhatFollows = 'See what follows';
export const seeWhatFollowsText =
	'The smallest set of permissions appears beside the list, each with the items it is there for. Take the last of them away and the permission goes too.';
export const publish = 'Publish';
export const publishText =
	'Read what changed, give a reason when you ask for more than the current version does, and keep the result as a version. Every version stays, and any can be brought back.';
export const shareText =
	'Copy the scope into your code, or hand out the Connect link as text, QR code or snippet.';
export const rehearse = 'Rehearse';
export const rehearseText =
	'Open the link in the sandbox: consent as an owner, refuse something, provoke an error, and see the code and the tokens your app would get.';
export const notSure =
	'Not sure what you need? Paste a scope or a Connect link of an app you already have on its **Import and export** page: it is taken apart, and what asks for too much is named. The {catalog} lists every item with the evidence for its permission.';
export const grantedStays =
	'What an owner has granted stays as it is when you publish again. It changes when the owner goes through a Connect link once more. The **Connections** page of an application names who lacks something of the current version, and leads to the link that asks again.';
export const sandboxJourney =
	'**Open in sandbox** beside a Connect link leads through the owner’s whole journey on this machine. Any name and password sign in. Some names have a result of their own, such as an account without vehicles; the sign-in page lists them.';
export const sandboxEnd =
	'At its end the sandbox sends the owner to your app’s redirect URI, or to the built-in sample client, which shows each step. Point your app at it by the environment that the **Share** page has for its SDK, with a client secret from the **Credentials** page. **Refusals** shows what stops working when an owner unticks something, and **Sessions** how far each visit came.';
export const sandboxApis = 'What programs can ask the sandbox for is described under {apis}.';
export const apis = 'APIs';
export const sandboxAnew =
	'Whatever is in it may go: {startOver} empties the sandbox, and brings the demo back.';
export const startOver = 'Start over';
