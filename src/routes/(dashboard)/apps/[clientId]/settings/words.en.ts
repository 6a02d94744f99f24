import { formatNumber, plural } from '#lib/access/language/english.ts';

export const application = 'Application';
export const announceSaved = 'Saved';
export const saved = 'Saved.';
export const name = 'Name';
export const nameHint = 'Owners read it on the consent screen.';
export const mode = 'Mode';
export const save = 'Save';
export const live = 'Live';
export const liveText =
	'Connect links lead real owners to the live platform and carry their scope.';
export const simulated = 'Simulated';
export const simulatedText =
	'Connect links ask for simulated vehicles, with mode=simulated: for trying out.';
export const deleteThisApplication = 'Delete this application';
export const whatGoes =
	'Its draft, its {history}, its redirect URIs, client secrets and machine clients go with it. Connect links handed out with its client id are not changed. This cannot be undone; a copy of the draft can be {download} before.';
export const history = (versions: number) => {
	if (versions === 0) return 'history';
	const count = versions === 1 ? '' : `${formatNumber(versions)} `;
	return `${count}published ${plural(versions, { one: 'version', other: 'versions' })}`;
};
export const downloaded = 'downloaded';
export const typeToConfirm = (name: string) => `Type “${name}” to confirm`;
export const deleteApplication = 'Delete application';
export const sandbox = 'Sandbox';
export const startUnticked = 'Optional permissions start unticked';
export const startUntickedText =
	'On the sandbox’s consent screen only: to see what an owner grants when nothing is chosen for them, and that your app gets by with it. The platform ticks them.';
export const saveSandbox = 'Save sandbox';
export const settings = 'Settings';
export const lead = 'Name and mode of this application, its sandbox, and its end.';
export const aModeIs = (modes: readonly string[]) => `A mode is ${modes.join(' or ')}.`;
