import { counted, formatRow, plural } from '#lib/access/language/english.ts';

export const parametersLink = 'Parameters of the link';
export const updateTheLink = 'Update the link';
export const none = 'None';
export const connectLink = 'Connect link';
export const livePlatform = 'live platform';
export const linkToCopy = 'link';
export const aboutThisLink = 'This link';
export const wholeLink = 'Link';
export const carriesNothingAgain = 'A link to sign in again carries no scope.';
export const carriesNothingStored =
	'No scope: the live platform asks for whatever its own Dashboard holds.';
export const carriesNothingSelected = 'No scope: nothing is selected yet.';
export const carriesVersion = (version: number | null) =>
	`Scope of version ${version}, the current one here.`;
export const carriesDraft = 'Scope of the draft; nothing is published yet.';
export const carriesDraftSame = (version: number) =>
	`Scope of the draft, the same as that of version ${version}.`;
export const carriesDraftDiffering = (version: number) =>
	`Scope of the draft, which differs from version ${version}.`;
export const redirectUri = 'Redirect URI';
export const registerRedirectUri = 'Register a redirect URI';
export const state = 'State';
export const onePersonHint = 'Otherwise it is checked as one that many owners open.';
export const mode = 'Mode';
export const modeLive = 'live: real vehicles';
export const modeSimulated = 'simulated vehicles';
export const make = 'Make';
export const anyBrand = 'Any brand';
export const leftOutDefault = (defaultUri: string) => `Left out: the default, ${defaultUri}`;
export const leftOut = 'Left out';
export const setOf = (used: number, all: number) => `${used === 0 ? 'none' : used} of ${all} set`;
export const leftOutShort = 'Left out, the default';
export const brand = 'Brand';
export const parameters = 'Parameters';
export const linkVersion = (version: number) => `Of the link: version ${version}`;
export const linkDraft = 'Of the link: the draft';
export const storedShort = 'Stored configuration';
export const forOwners = 'For real owners, opened on the platform';
export const forNobodyYet = 'For owners, once its client id is real';
export const openLink = 'Open';
export const readyToSend = 'Ready to send.';
export const whyReady = 'Its client id comes from the platform, and nothing is wrong with it.';
export const externalId = 'External ID';
export const user = 'User';
export const country = 'Country';
export const countryHint = 'Opens the list of brands of this country.';
export const approvalPrompt = 'Approval prompt';
export const approvalPromptHint = 'Whether consent is shown again.';
export const vehicles = 'Vehicles';
export const vehiclesHint = 'Custom plan only.';
export const otherFlags = 'Other flags';
export const responseType = 'Response type';
export const vehicleId = 'Vehicle ID';
export const idParameter = 'Name of the id';
export const responseCode = 'code: your app gets a code';
export const responseNone = 'none: no code comes back';
export const responseVehicleId = 'vehicle_id: sign in again';
export const promptAuto = 'auto: skip what was approved';
export const promptForce = 'force: always show consent';
export const anyNumberVehicles = 'Any number of vehicles';
export const oneVehicleOnly = 'One vehicle only';
export const otherSdks = 'Other SDKs, phones, and what cannot be led to a sandbox';
export const javaRuby = 'Java, Ruby';
export const javaRubyText =
	'Both are led to the sandbox by their environment, each in words of its own.';
export const javaEnvironment = 'Java environment';

export const rubyEnvironment = 'Ruby environment';

export const browser = 'Browser';
export const phones = 'iOS, Android, Flutter, Go';
export const yourServer = 'Your server';
export const yourServerText =
	'In all of these the code is exchanged by your server, whose SDK follows the environment of the tabs above.';
export const error = 'Error';
export const warning = 'Warning';
export const note = 'Note';
export const qrCode = 'QR code';
export const aboutThisQrCode = 'This QR code';
export const codeNotDrawn =
	'The code cannot be drawn while the server is out of reach. Reload the page to try again.';
export const qrCodeAlt = 'QR code of the link';
export const linkTooLong = 'The link is too long for a QR code. Leave parameters out.';
export const codeTooDense = (length: number, mostReadable: number) =>
	`The link has ${length} characters; above ${mostReadable} a code gets so dense that some cameras fail. Fewer parameters, or the stored configuration, make it shorter.`;
export const sandbox = 'Sandbox';
export const sandboxLinkToCopy = 'sandbox link';
export const sandboxText =
	'The same link on this machine: no real vehicle, no real account, nothing leaves it.';
export const endsAtSampleClient =
	'It ends at the built-in sample client, which shows the code and the tokens.';
export const nowhereToEnd = 'No redirect URI is registered, so it has nowhere to end.';
export const registerSampleClient = 'register the sample client’s address';
export const openInSandbox = 'Open in sandbox';
export const scope = 'Scope';
export const scopeOfLink = 'Scope of the link';
export const theyAreTheDrafts = 'They are the draft’s: nothing is published yet.';
export const theyAreThoseOf = (version: number) => `They are those of version ${version}.`;
export const draftDiffers = (version: number) =>
	`The draft differs from version ${version}. Which one shall it be?`;
export const versionPublished = (version: number) => `Version ${version}, published`;
export const draftNotPublished = 'The draft, not published yet';
export const selectItems = 'Select items on Vehicle Access';
export const storedConfiguration = 'Stored configuration';
export const environmentOf = (label: string) => `${label} environment`;
export const env = '.env';
export const codeOf = (label: string) => `${label} code`;
export const commandsOf = (label: string) => `${label} commands`;
export const runIt = 'Run it';
export const language = 'Language';
export const sameLinkCode = 'The same link in code';
export const noSdkSignsInAgain =
	'No SDK builds a link to sign in again. Use it as it stands above.';
export const codeLeadsTo = 'Where the code leads';
export const show = 'Show';
export const leadsToSandbox =
	'This environment leads the SDK to this machine. On the live platform the same code runs without these addresses.';
export const leadsToLive =
	'The SDKs know the live platform’s addresses: set the id and the secret that it gave you, and none of the addresses of the sandbox.';
export const aboutThisCode = 'This code';
export const redirectUriLeadsHere =
	'The redirect URI leads to this machine. For the live platform choose the one of your app.';
export const shareConnectLink = 'Share Connect Link';
export const lead = 'The address that an owner opens to connect a vehicle.';
export const livePlatformChoice = 'Live platform';
export const idParameterWrong =
	'The id is named client_id or application_id; the link uses client_id.';
export const onePerson = 'This link is for one person';
export const moreParameters = 'More parameters';
/** @returns nothing where there is neither */
export const countFindings = (errors: number, warnings: number) =>
	formatRow([
		...(errors > 0 ? [counted(errors, { one: 'error', other: 'errors' })] : []),
		...(warnings > 0 ? [counted(warnings, { one: 'warning', other: 'warnings' })] : [])
	]);
export const browserText =
	'`@smartcar/auth` can be told the id, the redirect URI, the scope, the mode and the options of its link, but not where Connect is. Wrap its `getAuthUrl`, as the Browser tab does, and register `{redirectPage}?app_origin=` with the origin of your page: it stands for the platform’s own page that ends the pop-up.';
export const phonesText =
	'They too can be told everything but the host. In a debug build open the sandbox link of this page instead of the one that the SDK writes; the code comes back to `sc{clientId}://…` all the same, once that address is registered.';
export const androidText =
	'An Android device reaches this machine after `adb reverse tcp:{port} tcp:{port}`; the iOS simulator does without.';
export const sandboxLink = 'Sandbox link';
export const endsAt = 'It ends at `{redirectUri}`.';
export const chooseSampleClient =
	'To see the code and the tokens here, choose `{sample}` as redirect URI.';
/** `register` is a link. */
export const registerFirst = 'To see the code and the tokens here, {register} first.';
export const linkNamesPermissions =
	'The link names its permissions, so the live platform asks for exactly these.';
export const noScopeToName = 'Nothing is selected, so there is no scope to name.';
export const storedNothingYet =
	'The link carries no scope. The sandbox then asks for what is published here, which is nothing yet; the live platform asks for whatever its own Dashboard holds, which may be something else.';
export const storedVersion = (version: number) =>
	`The link carries no scope. The sandbox then asks for version ${version}; the live platform asks for whatever its own Dashboard holds, which may be something else.`;

export const ofVersion = (version: number) => `version ${version}, current`;
export const ofDraft = 'draft';
export const realClientId = 'Client ID from the platform';
export const likeId = (slice: string) => `e.g. ${slice}…`;
export const saveClientId = 'Save';
export const sandboxMark = 'sandbox';
export const larger = 'Larger';
export const svg = 'SVG';
/** Name of the file. */
export const qrFile = 'connect-link.svg';
export const linkMissing = 'There is no link to draw. Write it as link behind the address.';

export const checks = 'Checks';
export const clientIdKnown = 'Client id comes from the platform.';
export const clientIdForSandbox =
	'Client id was made here: the link works in the sandbox, and live once the platform’s stands in its place.';
export const redirectUriRegistered = 'Redirect URI is registered, to the letter.';
export const redirectUriDefault = 'Redirect URI is left out: the default is used.';
export const redirectUriFaulty = 'Redirect URI is not as it should be.';
export const permissionsKnown = 'Every permission is known.';
export const scopeStored = 'No scope: what the platform has stored is asked for.';
export const scopeEmpty = 'No scope: nothing is selected.';
export const parametersTaken = 'Every parameter is one that the platform takes.';
export const parametersFaulty = (count: number) =>
	`${counted(count, { one: 'parameter is', other: 'parameters are' })} not as the platform takes ${plural(count, { one: 'it', other: 'them' })}.`;
export const changesNotInLink = (count: number) =>
	`The draft has ${counted(count, { one: 'change that is', other: 'changes that are' })} not in this link.`;
export const publish = 'Publish…';
/** @returns no word of what there is none of, but for what passed */
export const countChecks = (faults: number, warnings: number, passed: number) =>
	formatRow([
		...(faults > 0 ? [counted(faults, { one: 'fault', other: 'faults' })] : []),
		...(warnings > 0 ? [counted(warnings, { one: 'warning', other: 'warnings' })] : []),
		`${passed} passed`
	]);
