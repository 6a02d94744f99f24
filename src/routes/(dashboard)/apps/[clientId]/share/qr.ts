import { encode } from 'uqr';

/** Light modules around a code, which readers need to find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

export interface QrCode {
	/** Modules along one side, quiet zone included. */
	readonly size: number;
	/** The dark modules as an SVG path, one unit a module. */
	readonly path: string;
}

/**
 * Draws a text as a QR code with error correction level M.
 *
 * @returns null for a text that no QR code can hold.
 */
export function drawQrCode(text: string): QrCode | null {
	try {
		const { size, data } = encode(text, { ecc: 'M', boostEcc: false, border: QUIET_ZONE });
		return { size, path: data.map((row, y) => drawRow(row, y)).join('') };
	} catch {
		return null;
	}
}

function drawRow(row: readonly boolean[], y: number): string {
	const bits = row.map((dark) => (dark ? '1' : '0')).join('');
	return [...bits.matchAll(/1+/g)]
		.map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
		.join('');
}

/** The code as a file; as wide as paper asks for, where nobody says how wide it is. */
export function svgOf({ size, path }: QrCode): string {
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="5cm" height="5cm" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
		`<rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>\n`
	);
}
