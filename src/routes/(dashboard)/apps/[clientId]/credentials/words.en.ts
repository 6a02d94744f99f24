export const redirectUri = 'Redirect URI';
export const uriPlaceholder = 'https://app.example.com/callback';
export const addRedirectUri = 'Add redirect URI';
export const builtInText =
	'Ends a rehearsal on this server, where the code and the tokens can be read. It follows the server’s address, and is no longer the default as soon as the application has a redirect URI of its own. The live platform knows nothing of it.';
export const clientId = 'Client id';
export const clientIdChanged =
	'The client id was changed. Draft, versions, redirect URIs, secrets, connections and tokens went along; links and apps that still carry the former one are refused.';
export const madeHere = 'made here';
export const fromThePlatform = 'from the platform';
export const copiedClientId = 'client id';
export const fromThePlatformText =
	'It serves the live platform and this sandbox alike, so that an app switches between them by its environment alone.';
export const firstIdHint =
	'The one on the application’s page in the platform’s Dashboard. Everything here goes along.';
export const otherIdHint =
	'Another one, if this is not what the platform’s Dashboard shows. Everything here goes along.';
export const changeClientId = 'Change client id';
export const formerClientIds = 'Former client ids';
export const formerClientIdsText =
	'Addresses of this dashboard with a former id lead here. Connect and the token endpoint refuse it.';
export const environmentOfApp = 'environment of your app';
export const envForNode = '.env for Node';
export const otherLanguages = 'Other languages, and code to start from';
export const replaceWithoutOutage =
	'To replace one without an outage: make the second, deploy it, wait until “Last used” of the first stands still, then delete the first.';
export const deleteOne = 'Delete';
export const removeThisDefault = 'Remove this default…';
export const newDefault = 'New default';
export const newSecret = 'New secret';
export const copySecretNow = 'Copy this secret now.';
export const copiedSecret = 'secret';
export const hiddenSecret = 'Hidden after a minute';
export const showSecret = 'Show';
export const idOf = (name: string) => `id of ${name}`;
export const deleteMachineClient = 'Delete machine client';
export const deleteMachineClientText =
	'Its secrets and tokens end with it; a server that still uses them is refused. This cannot be undone.';
export const noMachineClient = 'No machine client yet. An app that only uses Connect needs none.';
export const machineClientName = 'Name of the machine client';
export const machineClientPlaceholder = 'e.g. Nightly sync';
export const makeMachineClient = 'Make a machine client';
export const mostMachineClients = (machineClients: number) =>
	`${machineClients} machine clients are the most. Delete one to make room for the next.`;
export const protocol = 'Protocol';
export const protocolText =
	'Where the platform does not do what the RFCs of OAuth say, the sandbox can follow either: the platform, to try out what will happen there, or the RFCs, to see that your app copes.';
export const savedTheProtocol = 'Saved the protocol';
export const refreshWorksFor = (graceMinutes: number) =>
	`A used refresh token works for ${graceMinutes} more minutes.`;
export const refreshSpentAtOnce = 'A used refresh token is spent at once.';
export const saveProtocol = 'Save protocol';
export const settingsSandbox = 'Settings, Sandbox';
export const asThePlatform = 'As the platform';
export const byDefault = 'default';
export const moveUp = 'Move up';
export const moveUriUp = (uri: string) => `Move up ${uri}`;
export const moveDown = 'Move down';
export const moveUriDown = (uri: string) => `Move down ${uri}`;
export const noLongerFits =
	'It no longer fits: the scheme carries another client id than the application has now.';
export const redirectUrisText =
	'Where the owner comes back to after consent. A Connect link may name one of them; one that names none leads to the default. They are compared character by character: case, final slash and query count.';
export const addItBack = 'Add it back';
export const made = 'Made';
export const lastUsed = 'Last used';
export const never = 'never';
export const secretEndingIn = (tail: string) => `secret ending in ${tail}`;
export const deleteSecretText =
	'Whatever still sends it is refused from then on. This cannot be undone.';
export const secretsOf = (owner: string) => `Secrets of ${owner}`;
export const secret = 'Secret';
export const action = 'Action';
export const noSecretYet = 'No secret yet.';
export const forOwner = (owner: string) => `for ${owner}`;
export const mostSecrets = (limit: number) =>
	`${limit} secrets are the most. Delete the one that is no longer used to make room for the next.`;
export const credentials = 'Credentials';
export const lead = 'What a Connect link and your servers need to know of this application.';
export const aProtocolIs = (protocols: readonly string[]) =>
	`A protocol is ${protocols.join(' or ')}.`;
export const added = (uri: string) => `Added ${uri}`;
export const isDefaultNow = (uri: string) => `${uri} is the default now`;
export const rewrote = (uri: string) => `Rewrote ${uri}`;
export const movedUp = (uri: string) => `Moved ${uri} up`;
export const movedDown = (uri: string) => `Moved ${uri} down`;
export const removed = (uri: string) => `Removed ${uri}`;
export const madeSecret = 'Made a secret; copy it now, it is not shown again';
export const deletedTheSecret = 'Deleted the secret';
export const madeMachineClient = (name: string) => `Made the machine client ${name}`;
export const deletedMachineClient = 'Deleted the machine client';
export const alreadyRegistered = 'This redirect URI is already registered.';
export const tooManyUris = (limit: number) =>
	`An application has at most ${limit} redirect URIs; remove one first.`;
export const rewrittenRegistered = (uri: string) =>
	`${uri} is registered already; remove this one instead.`;
export const defaultNeeded =
	'This is the default redirect URI; say which one shall be the default instead.';
export const tooManySecrets = (limit: number) =>
	`An application has at most ${limit} secrets; delete the one that is no longer used first.`;
export const tooManyMachineSecrets = (limit: number) =>
	`A machine client has at most ${limit} secrets; delete the one that is no longer used first.`;
export const machineClientNameMissing =
	'Give the machine client a name, such as the server that will use it.';
export const tooManyMachineClients = (limit: number) =>
	`An application has at most ${limit} machine clients; delete one first.`;
export const fitsWeb = '`https://` on any host, for a web app';
export const fitsTrying = '`http://localhost` on any port, for trying out';
export const fitsBrowser =
	'`https://javascript-sdk.smartcar.com/v2/redirect?app_origin=…` with the origin of your app, for the JavaScript SDK';
export const fitsMobile = '`sc{clientId}://…` for a mobile app';
export const clientIdText = 'It names this application in every Connect link, as `client_id`.';
export const madeHereText =
	'This one was made here and serves the sandbox alone: {unknown}, so no link with it works there.';
export const unknownToLive = 'the live platform does not know it';
export const until = 'until {time}';
export const environmentText =
	'With this environment an app that uses the SDK for Node speaks to this sandbox.';
export const secretsText =
	'With a secret your server proves at `/oauth/token` that it is this application. Keep it on the server: never in a web page, a mobile app or a repository. Secrets made here work in this sandbox only.';
export const thisApplication = 'this application';
export const onlyDigestKept =
	'Only a digest of it is kept: it will not be shown again, here or anywhere.';
export const madeAt = 'made {time}';
export const machineClientsText =
	'For a server of yours that reads API v3 with no owner at hand: with the id and a secret of a machine client it gets tokens by `POST /oauth2/token`. That id, `{prefix}…`, is not for a Connect link: Connect refuses it there, and takes the client id above.';
export const spentAnswered = 'A spent code or refresh token is answered with `{errors}`.';
export const redirectsNameIssuer = 'Redirects name the issuer in `iss`.';
export const redirectsCarryNone = 'Redirects carry no `iss`.';
/** `settings` is a link. */
export const ownersMeet = 'What owners meet in the sandbox is set under {settings}.';
export const strict = 'Strict (RFCs)';
export const rewriteTo = 'Rewrite to {uri}';
export const removedNotice = 'Removed `{uri}`.';
export const noneYet =
	'None of your own yet. Add where your app waits for the owner, for example `http://localhost:8000/callback`.';
export const builtSampleClient = 'Built-in sample client';
export const clientSecrets = 'Client secrets';
export const remove = 'Remove';
export const machineClients = 'Machine clients';
export const makeDefault = 'Make default';
export const redirectUris = 'Redirect URIs';
export const makeASecret = 'Make a secret';
export const managementToken = 'Application management token';
export const managementTokenText =
	'Lists and ends connections without a token of an owner: API v2.0 takes it by HTTP Basic, with the user name `default`. It is kept under this server’s key and can be read here again.';
export const copiedManagementToken = 'application management token';
export const makeManagementToken = 'Make a management token';
export const replaceManagementToken = 'Replace the management token';
export const replaceManagementTokenText = 'The one before is refused from then on.';
export const madeManagementToken = 'Made a management token';
