import { counted } from '#lib/access/language/english.ts';

export const startOver = 'Start over';
export const lead =
	'Empties the whole sandbox, for every application at once. There is no way back.';
export const whatGoes = 'What goes';
export const nothingThere = 'The sandbox is empty already, but for its clock and what it counted.';
const FORMS = {
	applications: { one: 'application', other: 'applications' },
	versions: { one: 'published version', other: 'published versions' },
	connections: { one: 'connection', other: 'connections' },
	consents: { one: 'consent', other: 'consents' },
	sessions: { one: 'session of Connect', other: 'sessions of Connect' },
	tokens: { one: 'pair of tokens', other: 'pairs of tokens' },
	accounts: { one: 'vehicle account', other: 'vehicle accounts' },
	vehicles: { one: 'vehicle', other: 'vehicles' },
	owners: { one: 'owner of the portal', other: 'owners of the portal' },
	mails: { one: 'mail', other: 'mails' },
	webhooks: { one: 'webhook', other: 'webhooks' },
	deliveries: { one: 'event of a webhook', other: 'events of webhooks' },
	faultRules: { one: 'fault rule', other: 'fault rules' },
	requests: { one: 'recorded request', other: 'recorded requests' }
};
type Counts = Readonly<Record<keyof typeof FORMS, number>>;
const isKind = (name: string): name is keyof Counts => Object.hasOwn(FORMS, name);
/** Those that there are. */
export const goes = (counts: Counts) =>
	Object.keys(counts)
		.filter(isKind)
		.filter((kind) => counts[kind] > 0)
		.map((kind) => counted(counts[kind], FORMS[kind]));
export const alongWithThem =
	'Drafts, secrets and redirect URIs go with their applications. The clock is this machine’s again, and every browser is signed out.';
export const download = 'To keep a selection, download its file on **Import and export** first.';
export const whatThen = 'What is there then';
export const THEN = {
	demo: { label: 'The demo', hint: 'The application “Charge Planner”, as a first start makes it.' },
	nothing: { label: 'Nothing', hint: 'No application; the first one is yours to create.' }
};
export const sure = 'Yes, remove all of it';
export const sureMissing = 'Nothing was removed: tick “Yes, remove all of it” first.';
export const thenMissing = 'Nothing was removed: choose what is there then.';
export const empty = 'Empty the sandbox';
export const emptied = {
	demo: 'The sandbox was emptied, and the demo is there anew.',
	nothing: 'The sandbox was emptied.'
};
export const toApplications = 'Applications';
export const offHere =
	'This server is public: whoever comes could empty it for all others, so it is off here.';
