import {
	CHECK_DIGIT_POSITION,
	isSimulatedVin,
	requiresCheckDigit,
	VIN_LENGTH,
	vinCheckDigit
} from '../vin.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

export const checkVinForm: LinkCheck = ({ parameters }) => {
	const { singleSelectVin: vin } = parameters;
	if (vin === undefined) return [];
	const finding = findingAbout('singleSelectVin', parameters);
	const { length } = [...vin];
	if (length !== VIN_LENGTH) return [finding('error', { code: 'vin-length', length })];
	const foreign = isSimulatedVin(vin) ? /[^A-Z0-9]/i : /[^A-HJ-NPR-Z0-9]/i;
	const wrong = foreign.exec(vin);
	if (!wrong) return [];
	const [character] = wrong;
	return [finding('error', { code: 'vin-characters', position: wrong.index + 1, character })];
};

/** Only a hint where makers do without one. */
export const checkVinDigit: LinkCheck = ({ parameters }) => {
	const { singleSelectVin: vin = '' } = parameters;
	const expected = isSimulatedVin(vin) ? null : vinCheckDigit(vin);
	const found = vin.charAt(CHECK_DIGIT_POSITION - 1).toUpperCase();
	if (expected === null || expected === found) return [];
	const compulsory = requiresCheckDigit(vin);
	return [
		findingAbout('singleSelectVin', parameters)(compulsory ? 'warning' : 'note', {
			code: 'vin-check-digit',
			found,
			expected,
			compulsory
		})
	];
};
