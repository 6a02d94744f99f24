import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import {
	drawQrCode,
	svgOf,
	type QrCode
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/share/qr.ts';

/** Pixels along one module. */
const SCALE = 4;
/** Light modules that have to surround a code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** Paints the path of a code as a browser does: black on white. */
function rasterise({ size, path }: QrCode) {
	const width = size * SCALE;
	const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
	for (const [, x = 0, y = 0, length = 0] of modules(path)) {
		for (let row = y * SCALE; row < (y + 1) * SCALE; row++) {
			for (let column = x * SCALE; column < (x + length) * SCALE; column++) {
				pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
			}
		}
	}
	return { pixels, width };
}

function modules(path: string): readonly (readonly number[])[] {
	return [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map((match) => match.map(Number));
}

function decode(code: QrCode | null): string | undefined {
	if (!code) throw new Error('No code was drawn');
	const { pixels, width } = rasterise(code);
	return jsQR(pixels, width, width)?.data;
}

const LINK =
	'https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=8229df9f-91a0-4ff0-a1ae-a1f38ee24d07&scope=required:read_odometer%20read_battery';

describe('a QR code', () => {
	test.each([
		['a short link', 'https://a.example'],
		['a usual link', LINK],
		['a long link', `${LINK}&state=${'x'.repeat(700)}`]
	])('is read back by another library: %s', (_, text) => {
		expect(decode(drawQrCode(text))).toBe(text);
	});

	test('has four light modules on every side', () => {
		const code = drawQrCode(LINK);
		if (!code) throw new Error('No code was drawn');
		const drawn = modules(code.path);
		const far = code.size - QUIET_ZONE;
		expect(Math.min(...drawn.map(([, x = 0]) => x))).toBe(QUIET_ZONE);
		expect(Math.min(...drawn.map(([, , y = 0]) => y))).toBe(QUIET_ZONE);
		expect(Math.max(...drawn.map(([, x = 0, , length = 0]) => x + length))).toBe(far);
		expect(Math.max(...drawn.map(([, , y = 0]) => y + 1))).toBe(far);
	});

	test('corrects errors at level M, as its format bits say', () => {
		const code = drawQrCode('A');
		if (!code) throw new Error('No code was drawn');
		const dark = new Set(
			modules(code.path).flatMap(([, x = 0, y = 0, length = 0]) =>
				Array.from({ length }, (_, step) => `${x + step},${y}`)
			)
		);
		// The first two format bits, masked with 10 (ISO/IEC 18004 section 7.9): M is 00.
		const bits = [0, 1].map((x) => dark.has(`${QUIET_ZONE + x},${QUIET_ZONE + 8}`));
		expect(bits).toEqual([true, false]);
	});

	test('is not drawn for what none can hold', () => {
		expect(drawQrCode('x'.repeat(2332))).toBeNull();
		expect(drawQrCode('x'.repeat(2331))).not.toBeNull();
	});
});

describe('the file of a code', () => {
	test('is the same code, dark on light, and wide enough for paper', () => {
		const code = drawQrCode(LINK);
		const svg = code ? svgOf(code) : '';
		const [, size = '', path = ''] = /viewBox="0 0 (\d+) .*<path d="([^"]+)"/.exec(svg) ?? [];
		expect({ size: Number(size), path }).toEqual(code);
		const [, width = '0'] = /width="(\d+)cm"/.exec(svg) ?? [];
		expect(Number(width)).toBeGreaterThanOrEqual(2.5);
		expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
		expect(svg.indexOf('fill="#fff"')).toBeLessThan(svg.indexOf('<path'));
	});
});
