/** What a parameter of another name is written as. */
export interface ParameterMeant {
	/** Name and value to write; null when it is to be left out. */
	readonly write: { readonly name: string; readonly value: string } | null;
	/** Why Connect does not read it, as a sentence. */
	readonly why: string;
}

type Rule = (value: string) => ParameterMeant;

/** Words that options of SDKs take for yes. */
const YES: ReadonlySet<string> = new Set(['true', '1', 'yes', 'on', '']);

const OPTION = 'It is an option of an SDK, which writes another name into the link.';
const SPELLING = 'Connect knows it under another spelling.';
const GUESS = 'It is not what Connect calls it.';
const OPENID = 'It is a name of OpenID Connect.';
const SECRET = 'A secret must never stand in a link: whoever opens the link can read it.';

const switched =
	(name: string, on: string, off: string, why: string): Rule =>
	(value) => ({ write: { name, value: YES.has(value.toLowerCase()) ? on : off }, why });

const renamed =
	(name: string, why: string): Rule =>
	(value) => ({ write: { name, value }, why });

/** Of environments, the words for the one with real vehicles. */
const WITH_VEHICLES = /^(?:live|prod|production)$/i;

const leftOut =
	(why: string): Rule =>
	() => ({ write: null, why });

const flagged =
	(flag: string, why: string): Rule =>
	(value) => ({ write: { name: 'flags', value: `${flag}:${value}` }, why });

const environment: Rule = (value) => ({
	write: { name: 'mode', value: WITH_VEHICLES.test(value) ? 'live' : 'simulated' },
	why: GUESS
});

const prompt: Rule = (value) => ({
	write: { name: 'approval_prompt', value: value === 'none' ? 'auto' : 'force' },
	why: OPENID
});

const simulated = (why: string): Rule => switched('mode', 'simulated', 'live', why);
const forced = (why: string): Rule => switched('approval_prompt', 'force', 'auto', why);

/**
 * Names that links carry although Connect does not read them. Options are those of the platform's
 * SDKs (`testMode`, `forcePrompt`, `singleSelect`, `vehicleInfo`, `makeBypass`, Ruby's with
 * underscores) in the forms that a serializer gives them; `mock` is from the Android SDK of 2017.
 * The others are our guess, from other providers' names and other spellings, and are told as such.
 */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
	['mock', simulated('It is a name of 2017 for simulated vehicles.')],
	['development', simulated(GUESS)],
	['test', simulated(GUESS)],
	['is_test', simulated(GUESS)],
	['istest', simulated(GUESS)],
	['sandbox', simulated(GUESS)],
	['environment', environment],
	['env', environment],
	['test_mode', simulated(OPTION)],
	['testmode', simulated(OPTION)],
	['simulated', simulated(GUESS)],
	['force_prompt', forced(OPTION)],
	['forceprompt', forced(OPTION)],
	['force', forced(GUESS)],
	['prompt', prompt],
	['approvalprompt', renamed('approval_prompt', SPELLING)],
	['single_select[enabled]', renamed('single_select', OPTION)],
	['single_select[vin]', renamed('single_select_vin', OPTION)],
	['singleselect[enabled]', renamed('single_select', OPTION)],
	['singleselect[vin]', renamed('single_select_vin', OPTION)],
	['singleselect', renamed('single_select', OPTION)],
	['singleselectvin', renamed('single_select_vin', OPTION)],
	['make_bypass', renamed('make', OPTION)],
	['makebypass', renamed('make', OPTION)],
	['vehicle_info[make]', renamed('make', OPTION)],
	['vehicleinfo[make]', renamed('make', OPTION)],
	['vehicle_info.make', renamed('make', OPTION)],
	['vehicleinfo.make', renamed('make', OPTION)],
	['brand', renamed('make', GUESS)],
	['oem', renamed('make', GUESS)],
	['vin', renamed('single_select_vin', GUESS)],
	['country', flagged('country', GUESS)],
	['clientid', renamed('client_id', SPELLING)],
	['applicationid', renamed('application_id', SPELLING)],
	['app_id', renamed('application_id', GUESS)],
	['redirecturi', renamed('redirect_uri', SPELLING)],
	['redirect_url', renamed('redirect_uri', SPELLING)],
	['redirecturl', renamed('redirect_uri', SPELLING)],
	['responsetype', renamed('response_type', SPELLING)],
	['scopes', renamed('scope', SPELLING)],
	['scope[]', renamed('scope', SPELLING)],
	['permissions', renamed('scope', GUESS)],
	['externalid', renamed('external_id', SPELLING)],
	['client_secret', leftOut(SECRET)],
	['clientsecret', leftOut(SECRET)],
	['access_token', leftOut(SECRET)],
	['refresh_token', leftOut(SECRET)]
]);

/** What a parameter that Connect does not know was meant for; null when no rule knows it. */
export function formerParameter(name: string, value: string): ParameterMeant | null {
	return RULES.get(name.toLowerCase())?.(value) ?? null;
}
