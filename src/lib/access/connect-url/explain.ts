import { quote } from '../characters.ts';
import { formatRow, plural } from '../language/english.ts';
import { parseScope } from '../scope.ts';
import { KNOWN_FLAGS, parseFlags } from './flags.ts';
import { CONNECT_PARAMETERS, parameterName } from './parameter-table.ts';
import type { ParameterFacts, ParameterKey } from './parameters.ts';
import type { ParsedConnectUrl } from './parse.ts';

/** What one parameter of a link means. */
export interface ParameterExplanation {
	readonly key: ParameterKey;
	/** Name in the URL. */
	readonly name: string;
	readonly label: string;
	/** As it stands in the link, decoded; null when it is absent. */
	readonly value: string | null;
	readonly sentence: string;
}

/**
 * One plain sentence for each parameter of a link, in the order of our own links. Absent ones are
 * explained too, since their absence has a meaning, except those that only SDKs write or that
 * belong to the other address.
 */
export function explainConnectUrl({
	parameters
}: ParsedConnectUrl): readonly ParameterExplanation[] {
	const path = parameters.path ?? 'authorize';
	return CONNECT_PARAMETERS.flatMap((facts) => {
		const value = parameters[facts.key] ?? null;
		if (value === null && (facts.automatic || (facts.only ?? path) !== path)) return [];
		const { key, label } = facts;
		const sentence = value === null || value.trim() === '' ? facts.absent : explain(facts, value);
		return [{ key, name: parameterName(key, parameters), label, value, sentence }];
	});
}

function explain({ key, purpose, values }: ParameterFacts, value: string): string {
	const meaning = values?.find((entry) => entry.value === value)?.meaning;
	if (meaning) return meaning;
	if (key === 'scope') return explainScope(value) ?? purpose;
	if (key === 'flags') return explainFlags(value) ?? purpose;
	if (key === 'make') return `Skips the list of brands and opens the sign-in of ${quote(value)}.`;
	if (key === 'redirectUri') {
		return `Afterwards the owner is sent to ${quote(value)}, which must be registered, to the letter.`;
	}
	return purpose;
}

function explainScope(value: string): string | null {
	const { permissions } = parseScope(value);
	if (permissions.length === 0) return null;
	const required = permissions.filter((permission) => permission.required);
	const many = `${permissions.length} permissions`;
	const count = plural(permissions.length, { one: 'one permission', other: many });
	const names = formatRow(required.map(({ name }) => name));
	const locked =
		required.length > 0
			? `The owner cannot uncheck ${names}.`
			: permissions.length === 1
				? 'Without it the owner cannot go on.'
				: 'The owner may uncheck any but the last of them.';
	return `Asks for ${count} in place of the stored Vehicle Access. ${locked}`;
}

function explainFlags(value: string): string | null {
	const parts = parseFlags(value).flatMap((word) => {
		const purpose =
			word.ok &&
			word.flag.value !== null &&
			KNOWN_FLAGS.find(({ name }) => name === word.flag.name)?.purpose;
		return purpose ? [`${word.word} ${purpose}`] : [];
	});
	return parts.length === 0 ? null : `Switches on features: ${parts.join('; ')}.`;
}
