import { MAKES } from '#lib/access/catalog/makes.ts';
import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import { checkConnect } from '#lib/access/connect-url/check.ts';
import { findMake } from '#lib/access/catalog/find-make.ts';
import type { LinkFinding } from '#lib/access/connect-url/checks/finding.ts';
import { tell, type ConnectFinding } from '#lib/access/connect-url/finding.ts';
import type { ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import * as words from './words.en.ts';

/** Those that most links do without; they stand folded. */
export const MORE_FIELD_NAMES = [
	'country',
	'external_id',
	'user',
	'approval_prompt',
	'single_select',
	'single_select_vin',
	'flags',
	'response_type',
	'vehicle_id',
	'id_parameter'
] as const;

/** Fields of the form, by the names that the page's address gives them. */
const FIELD_NAMES = ['redirect_uri', 'state', 'mode', 'make', ...MORE_FIELD_NAMES] as const;

export type FieldName = (typeof FIELD_NAMES)[number];
export type FieldValues = Readonly<Record<FieldName, string>>;

/** What the form says. Values are as they were typed; an empty one is left out of the link. */
export interface LinkForm {
	/** `explicit`: the link names its permissions. `stored`: it carries no scope. */
	readonly scope: 'explicit' | 'stored';
	/** Whose scope an explicit one is. */
	readonly source: 'published' | 'draft';
	readonly onePerson: boolean;
	readonly values: FieldValues;
}

/** What a link is made for, besides the form. */
export interface LinkSubject {
	readonly clientId: string;
	readonly mode: string;
	readonly redirectUris: readonly { readonly uri: string; readonly isDefault: boolean }[];
	/** Scope of the current version; null before the first. */
	readonly publishedScope: string | null;
	readonly draftScope: string;
}

/** What is wrong with the link, and the field that says so; null where the form has none for it. */
export interface FormFinding extends ConnectFinding {
	readonly field: FieldName | null;
}

export interface ShareLink {
	readonly url: string;
	readonly findings: readonly FormFinding[];
}

/** Reads the form from the page's address; what is missing there is as usual. */
export function readLinkForm(search: URLSearchParams, subject: LinkSubject): LinkForm {
	const usual: Partial<FieldValues> = {
		mode: subject.mode,
		approval_prompt: 'auto',
		response_type: 'code',
		id_parameter: 'client_id'
	};
	const value = (name: FieldName) => search.get(name)?.trim() ?? usual[name] ?? '';
	return {
		scope: search.get('scope') === 'stored' ? 'stored' : 'explicit',
		source:
			subject.publishedScope === null || search.get('source') === 'draft' ? 'draft' : 'published',
		onePerson: search.get('one_person') === 'true',
		values: {
			redirect_uri: value('redirect_uri'),
			state: value('state'),
			mode: value('mode'),
			make: value('make'),
			country: value('country'),
			external_id: value('external_id'),
			user: value('user'),
			approval_prompt: value('approval_prompt'),
			single_select: value('single_select'),
			single_select_vin: value('single_select_vin'),
			flags: value('flags'),
			response_type: value('response_type'),
			vehicle_id: value('vehicle_id'),
			id_parameter: value('id_parameter')
		}
	};
}

/** The scope that a link of this form carries; null for none. */
export function scopeOf({ scope, source, values }: LinkForm, subject: LinkSubject): string | null {
	if (scope === 'stored' || signsInAgain(values)) return null;
	const text = source === 'published' ? subject.publishedScope : subject.draftScope;
	return text || null;
}

/** Why a link that could carry a scope carries none; null where it carries one. */
export function withoutScope(form: LinkForm, subject: LinkSubject): 'stored' | 'nothing' | null {
	if (form.scope === 'stored') return 'stored';
	return scopeOf(form, subject) === null && !signsInAgain(form.values) ? 'nothing' : null;
}

/** Builds the link and says what is wrong with it. A faulty link is built all the same. */
export function shareLink(form: LinkForm, subject: LinkSubject): ShareLink {
	const parameters = connectParameters(form, subject);
	const { clientId, redirectUris } = subject;
	const findings = checkConnect(parameters, {
		application: { clientId, redirectUris },
		makes: MAKES,
		forMany: !form.onePerson
	});
	return {
		url: buildConnectUrl(parameters),
		findings: [
			...findings.map((finding) => ({ ...tell(finding), field: fieldOf(finding, form.values) })),
			...checkIdName(form.values)
		]
	};
}

export function signsInAgain(values: FieldValues): boolean {
	return values.response_type === 'vehicle_id';
}

function connectParameters(form: LinkForm, subject: LinkSubject): ConnectParameters {
	const { values } = form;
	const common: ConnectParameters = {
		idParameter: values.id_parameter === 'application_id' ? 'application_id' : 'client_id',
		clientId: subject.clientId,
		responseType: values.response_type,
		redirectUri: values.redirect_uri,
		state: values.state,
		user: values.user,
		externalId: values.external_id
	};
	if (signsInAgain(values)) {
		return { ...common, path: 'reauthenticate', vehicleId: values.vehicle_id };
	}
	return {
		...common,
		scope: scopeOf(form, subject) ?? undefined,
		approvalPrompt: values.approval_prompt,
		mode: values.mode,
		make: findMake(values.make, MAKES)?.key ?? values.make,
		singleSelect: values.single_select,
		singleSelectVin: values.single_select_vin,
		flags: allFlags(values)
	};
}

function allFlags({ country, flags }: FieldValues): string {
	return [country && `country:${country.toUpperCase()}`, flags].filter(Boolean).join(' ');
}

function checkIdName({ id_parameter: name }: FieldValues): readonly FormFinding[] {
	if (name === 'client_id' || name === 'application_id') return [];
	const message = words.idParameterWrong;
	const field = 'id_parameter';
	return [{ parameter: field, field, severity: 'error', code: 'unknown-value', message }];
}

/** The country is a flag that has a field of its own. */
function fieldOf(finding: LinkFinding, { country }: FieldValues): FieldName | null {
	const name = FIELD_NAMES.find((field) => field === finding.parameter) ?? null;
	return name === 'flags' && country !== '' && isAboutCountry(finding) ? 'country' : name;
}

function isAboutCountry(finding: LinkFinding): boolean {
	if (finding.code === 'flag-form') return finding.word.startsWith('country:');
	return 'flag' in finding && finding.flag === 'country';
}
