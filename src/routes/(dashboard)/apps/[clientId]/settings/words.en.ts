import { counted, formatList, formatNumber, plural } from '#lib/access/language/english.ts';
import type { PowertrainFilter } from '#lib/access/kept.ts';
import { keepsSomeOut, tickedOf } from '#lib/access/powertrain-filter.ts';

export const application = 'Application';
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
export const lead =
	'Name and mode of this application, whom it connects, its sandbox, and its end.';
export const aModeIs = (modes: readonly string[]) => `A mode is ${modes.join(' or ')}.`;
export const connectionFilter = 'Connection filter';
export const filterText =
	'Which vehicles an owner can connect, by what drives them. Making a permission Required does not keep vehicles out; this does.';
export const powertrains = 'Powertrains that may be connected';
export const powertrainTexts = {
	ICE: 'A combustion engine, and hybrids that are never plugged in.',
	BEV: 'A battery alone.',
	PHEV: 'Hybrids that are plugged in.'
};
export const allowUnknown = 'Allow connections when powertrain is ‘UNKNOWN’';
export const describeFilter = (filter: PowertrainFilter) => {
	const ticked = tickedOf(filter);
	if (ticked.length === 0) return 'With none ticked there is no filter: every vehicle is let in.';
	if (!keepsSomeOut(filter)) return 'Every vehicle is let in.';
	const unknown = filter.allowUnknownPowertrain ? 'let in' : 'refused';
	return `Vehicles that are ${formatList(ticked)} are let in, others are refused. A vehicle whose powertrain cannot be told is ${unknown}.`;
};
export const wouldBeRefused = (count: number) =>
	`${counted(count, { one: 'connected vehicle', other: 'connected vehicles' })} would be refused today. What is connected stays connected, and its owners can sign in again.`;
export const filterOurs =
	'It acts in the sandbox as soon as it is saved, for owners who connect from then on; it is part of no version and of no live link. What the platform shows a refused owner is not published: that the others are listed with the reason, and that without any other the app is told `vehicle_incompatible`, is our choice.';
export const saveFilter = 'Save filter';
export const plan = 'Plan';
export const monthlyCalls = 'Calls per vehicle and month';
export const monthlyCallsHint =
	'Left empty, nothing is limited. Beyond it a call of the vehicle API is answered with status 430, `BILLING:VEHICLE_REQUEST_LIMIT`, until the next month of the rehearsal begins (UTC).';
export const callsThisMonth = ({ most, vehicles }: { most: number; vehicles: number }) =>
	vehicles === 0
		? 'No vehicle was called this month.'
		: `${counted(vehicles, { one: 'vehicle was', other: 'vehicles were' })} called this month, none more often than ${counted(most, { one: 'time', other: 'times' })}.`;
export const savePlan = 'Save plan';
export const aLimitIs = (most: number) =>
	`Calls per vehicle and month are a whole number from 0 to ${formatNumber(most)}; leave it empty for no limit.`;
export const v3 = 'API v3';
export const v3Dialect = 'Form of its answers';
export const V3_CHOICES = [
	{
		value: '2026',
		label: '2026',
		text: 'As the platform has answered since spring 2026: single resources in `data`, times as text, `km` and `percent`.'
	},
	{
		value: '2025',
		label: '2025',
		text: 'As it answered in 2025, and as the Java and Ruby SDKs expect it: single resources bare, times as numbers, `kilometers` and `percentage`.'
	}
];
export const saveV3 = 'Save form of answers';
export const aDialectIs = (dialects: readonly string[]) =>
	`The form of answers is ${dialects.join(' or ')}.`;
