import { counted, formatNumber, plural } from '#lib/access/language/english.ts';

const REQUESTS = { one: 'request', other: 'requests' };
const BYTES = { one: 'byte', other: 'bytes' };
const MORE_BYTES = { one: 'more byte', other: 'more bytes' };

export const requests = 'Requests';
export const all = 'All';
export const refused = 'Refused';
export const failed = 'Failed';
export const byStatus = 'By status';
export const find = 'Find a request';
export const findPlaceholder = 'Path, or id of a request';
export const filter = 'Filter requests';
export const permission = 'Permission';
export const vehicle = 'Vehicle';
export const any = 'Any';
export const show = 'Show';
export const clearFilter = 'Show all of them';
export const time = 'Time';
export const request = 'Request';
export const answer = 'Answer';
export const status = 'Status';
export const open = 'Open';
export const openOf = (method: string, time: string) => `Open ${method} at ${time}`;
export const closeOf = (method: string, time: string) => `Close ${method} at ${time}`;
export const none = 'none';
export const more = (count: number) => `and ${count} more`;
export const noAnswer = 'cut';
export const fault = (name: string) => `fault: ${name}`;
export const following = 'New ones appear';
export const pause = 'Pause';
export const goOn = 'Go on';
export const paused = 'Paused';
export const refresh = 'Refresh';
export const notLive = 'Not live.';
export const tryAgain = 'Try again';
export const waiting = (count: number) => (count > 99 ? '99+ new' : `${count} new`);
export const showOlder = 'Older';
export const showNewest = 'Newest';
export const kept = (shown: number, all: number) =>
	shown === all ? counted(all, REQUESTS) : `${shown} of ${counted(all, REQUESTS)}`;
export const ofNobody = (count: number) =>
	`${counted(count, REQUESTS)} of late named no application that is known: look there for a mistyped token or client id.`;
export const seeThem = 'See them';
export const nobodys = 'Requests that named no application';
export const nobodysText =
	'Their token or client id is known to nobody here: it is mistyped, or of another server.';
export const back = 'Back to this application';
export const nothingLikeThat = 'No request is like that.';
export const noneYet = 'No requests yet';
export const noneYetText =
	'Point your SDK here; each request shows up as soon as it is answered. These lines do it for the SDK for Node.js:';
export const environmentFile = '.env';
export const sdkLines = 'Lines for the SDK';
export const tooManyWatch = 'Too many pages follow requests at this moment.';
export const recorder = 'Which permissions these calls need';

export const faults = 'Faults';
export const faultsOn = (count: number) => (count === 0 ? 'none on' : `${formatNumber(count)} on`);
export const clear = 'Clear…';
export const clearText = (count: number) =>
	`Forgets ${count === 1 ? 'the one request' : `all ${counted(count, REQUESTS)}`} listed here, for good. What the recorder counted stays.`;
export const clearNow = 'Clear them';
export const cleared = 'The requests are cleared.';

export const isMissing = (permissions: readonly string[]) =>
	`${permissions.join(' and ')} ${plural(permissions.length, { one: 'is', other: 'are' })} missing.`;
export const draftAsks =
	'The current version does not ask it. The draft does: publish it, then ask the owner again.';
export const versionAsks =
	'The current version asks it, but this owner has not granted it: ask them again.';
export const nobodyAsks = 'Neither the draft nor the current version asks it.';
export const reviewAndPublish = 'Review and publish';
export const reask = 'Link to ask the owner again';
export const onVehicleAccess = (name: string) => `${name} on Vehicle Access`;
export const unknownCaller =
	'Nobody is known by this token or secret. A token lasts two hours: refresh it, or look at the credentials.';
export const credentials = 'Credentials';
export const vehicleRefused = (error: string) => `The vehicle refused: ${error}.`;
export const vehicleState = 'What it would take is on its page.';
export const seeVehicle = 'See the vehicle';
export const faultActed = (name: string) => `The fault ${name} acted, on purpose.`;
export const byHeader = 'The request asked for it by its header x-valetkey-fault.';
export const seeRule = 'See its rule';

export const within = (ms: string) => `in ${ms} ms`;
export const body = 'Body';
export const form = 'Form, decoded';
export const nobodyRead = 'nobody read';
export const bodyUnread = (bytes: number) => `A body of ${counted(bytes, BYTES)} that nobody read.`;
export const notKept = (bytes: number) =>
	`A body of ${counted(bytes, BYTES)} that is neither JSON nor a form: not kept, since its secrets could not be told.`;
export const cut = (bytes: number) => `${counted(bytes, MORE_BYTES)} not kept`;
export const streamed = (bytes: number) => `${counted(bytes, BYTES)}, sent piece by piece`;
export const noSuchRequest =
	'This request is not here any more: of each application the last 1,000 are kept.';
export const answeredAs = (parts: readonly string[], time: string) =>
	`The vehicle was ${parts.join(', ')} at ${time} by the sandbox’s clock.`;
export const asleep = 'asleep';
export const awake = 'awake';
export const driving = 'driving';
export const parked = 'parked';
export const pluggedIn = 'plugged in';
export const unplugged = 'unplugged';
export const charging = 'charging';
export const at = (percent: string) => `at ${percent} %`;
export const offline = 'offline';
export const curl = 'Copy as curl';
export const curlCommand = 'curl command';
export const keys = 'Up and Down move, Enter opens, C copies as curl, Escape closes.';
