import { nearest } from '../../nearest.ts';
import { parameterFacts } from '../parameter-table.ts';
import type { ParameterKey } from '../parameters.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

/** Refuses a value outside the parameter's closed set; upper and lower case count. */
const closedSet =
	(key: ParameterKey): LinkCheck =>
	({ parameters }) => {
		const value = parameters[key];
		const known = (parameterFacts(key).values ?? []).map((entry) => entry.value);
		if (value === undefined || known.includes(value)) return [];
		const near = nearest(value, known);
		const offered = near === null ? known : [near];
		return [findingAbout(key, parameters)('error', { code: 'unknown-value', value, offered })];
	};

export const checkApprovalPrompt = closedSet('approvalPrompt');
export const checkMode = closedSet('mode');
export const checkSingleSelect = closedSet('singleSelect');
