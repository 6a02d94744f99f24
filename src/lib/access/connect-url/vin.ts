export const VIN_LENGTH = 17;

/** Position of the check digit, counted from one. */
export const CHECK_DIGIT_POSITION = 9;

/** Start of every VIN that the platform gives to simulated vehicles. */
const SIMULATED_START = '0SC';

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Values of the letters A to Z (49 CFR 565.15, table III); I, O and Q do not occur. */
const LETTER_VALUES = '12345678012345070923456789';

/** Whether a VIN belongs to a simulated vehicle; such a VIN follows no other rule. */
export function isSimulatedVin(vin: string): boolean {
	return vin.toUpperCase().startsWith(SIMULATED_START);
}

/**
 * The check digit that a VIN must have by 49 CFR 565.15, which ISO 3779 leaves optional.
 *
 * @returns `0` to `9` or `X`; null when the text is no VIN in form.
 */
export function vinCheckDigit(vin: string): string | null {
	const text = vin.toUpperCase();
	if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(text)) return null;
	const sum = [...text].reduce((total, character, index) => {
		const value = /\d/.test(character)
			? Number(character)
			: Number(LETTER_VALUES[character.charCodeAt(0) - 65]);
		return total + value * (WEIGHTS[index] ?? 0);
	}, 0);
	const remainder = sum % 11;
	return remainder === 10 ? 'X' : String(remainder);
}

/** Whether the maker's home requires a check digit: North America (1 to 5, 7) and China (L). */
export function requiresCheckDigit(vin: string): boolean {
	return /^[1-57L]/i.test(vin);
}
