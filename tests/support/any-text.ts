import fc from 'fast-check';

const FIRST_SURROGATE = 0xd800;
const SURROGATES = 0x800;
const LAST = 0x10ffff;

/**
 * Any text of whole characters, half of them of ASCII. fast-check's own unit of all characters takes
 * seconds to set up, in every file anew.
 */
export function anyText({ maxLength = 60 } = {}): fc.Arbitrary<string> {
	const character = fc.oneof(
		fc.nat({ max: 0x7f }),
		fc.nat({ max: LAST - SURROGATES }).map((at) => (at < FIRST_SURROGATE ? at : at + SURROGATES))
	);
	return fc.array(character, { maxLength }).map((points) => String.fromCodePoint(...points));
}
