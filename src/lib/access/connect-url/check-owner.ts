import { quote } from '../characters.ts';
import { nearest } from '../nearest.ts';
import { parseScope } from '../scope.ts';
import { findingAbout, type ConnectFinding, type ConnectRule } from './finding.ts';
import { parameterFacts } from './parameter-table.ts';
import { OLD_SIMULATED_MODE, type ConnectParameters, type ParameterKey } from './parameters.ts';

/** Most characters of `state`; a longer one may not survive the redirect. */
export const MAX_STATE_LENGTH = 2048;

export const checkScope: ConnectRule = (parameters) => {
	const { scope } = parameters;
	if (scope === undefined) return [];
	const finding = findingAbout('scope', parameters);
	const { permissions, problems, warnings } = parseScope(scope);
	if (permissions.length === 0 && problems.length === 0) {
		return [
			finding(
				'warning',
				'empty-scope',
				'It is empty and counts as absent: Connect asks for the stored Vehicle Access. Leave it out, or name a permission.'
			)
		];
	}
	return [
		...problems.map(({ code, message }) => finding('error', code, message)),
		...warnings.map(({ code, message }) => finding('warning', code, message))
	];
};

export const checkState: ConnectRule = (parameters, { forMany }) => {
	const { state } = parameters;
	const finding = findingAbout('state', parameters);
	if (state === undefined) {
		if (forMany !== false) return [];
		const message =
			'Without it your app cannot tell whether this owner began the request; write a value that nobody can guess.';
		return [finding('note', 'no-state', message)];
	}
	const findings: ConnectFinding[] = [];
	if (state.length > MAX_STATE_LENGTH) {
		findings.push(
			finding(
				'error',
				'too-long',
				`It has ${state.length} characters; write at most ${MAX_STATE_LENGTH} and keep the rest in your app.`
			)
		);
	}
	if (forMany) {
		findings.push(
			finding(
				'warning',
				'fixed-state',
				'Everybody who opens this link sends the same value back, so anyone can slip their own vehicle into somebody else’s session (session fixation). Leave it out here, and let your app make a new one for each owner.'
			)
		);
	}
	return findings;
};

export const checkApprovalPrompt: ConnectRule = (parameters) =>
	checkClosedSet('approvalPrompt', parameters);

export const checkMode: ConnectRule = (parameters) => {
	if (parameters.mode !== OLD_SIMULATED_MODE) return checkClosedSet('mode', parameters);
	const message = `“${OLD_SIMULATED_MODE}” is the older name; write mode=simulated.`;
	return [findingAbout('mode', parameters)('note', 'old-mode', message)];
};

export const checkUser: ConnectRule = (parameters, { forMany }) => {
	if (parameters.user === undefined) return [];
	const finding = findingAbout('user', parameters);
	const findings = [
		finding(
			'note',
			'not-returned',
			'It only groups statistics and does not come back; use state or external_id to know the owner again.'
		)
	];
	return forMany ? [...findings, finding('warning', 'same-for-all', SAME_FOR_ALL)] : findings;
};

export const checkExternalId: ConnectRule = (parameters, { forMany }) => {
	const { externalId } = parameters;
	if (externalId === undefined) return [];
	const finding = findingAbout('externalId', parameters);
	if (externalId === 'null') {
		const message = 'The word null clears the id stored with the owner; leave it out to keep it.';
		return [finding('note', 'clears', message)];
	}
	return forMany ? [finding('warning', 'same-for-all', SAME_FOR_ALL)] : [];
};

const SAME_FOR_ALL =
	'Everybody who opens this link would be one and the same owner; leave it out here, and make one link for each owner.';

/** Refuses a value outside the parameter's closed set; upper and lower case count. */
export function checkClosedSet(
	key: ParameterKey,
	parameters: ConnectParameters
): readonly ConnectFinding[] {
	const value = parameters[key];
	const known = (parameterFacts(key).values ?? []).map((entry) => entry.value);
	if (value === undefined || known.includes(value)) return [];
	const near = nearest(value, known);
	const offered = near ? `“${near}”` : known.map((word) => `“${word}”`).join(' or ');
	return [
		findingAbout(key, parameters)(
			'error',
			'unknown-value',
			`${quote(value)} is not accepted; write ${offered}.`
		)
	];
}
