import jsQR from 'jsqr';
import { unfold } from './support/share.ts';
import { expect, test } from './support/test.ts';

/** Pixels across the code as a camera would see it: four and more for each of its squares. */
const QR_WIDTH = 400;

test('the QR code is read by another library as the link in the field', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/share`);
	await unfold(page, 'State');
	await page.getByLabel('State', { exact: true }).fill('x'.repeat(200));
	await page.getByText('QR code', { exact: true }).click();
	await expect(page.getByText('some cameras fail')).toBeVisible();
	const code = page.getByRole('img', { name: /QR code/ });
	await expect(code).toBeVisible();
	// As a text of dark and light: millions of numbers take the way out of the browser too slowly.
	const pixels = await code.evaluate(async (svg, width) => {
		const image = new Image(width, width);
		image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
		await image.decode();
		const context = new OffscreenCanvas(width, width).getContext('2d');
		context?.drawImage(image, 0, 0, width, width);
		const { data = [] } = context?.getImageData(0, 0, width, width) ?? {};
		return Array.from({ length: width * width }, (_, i) => ((data[4 * i] ?? 0) < 128 ? 0 : 1)).join(
			''
		);
	}, QR_WIDTH);
	const colours = [...pixels].flatMap((light) => [...Array(3).fill(light === '1' ? 255 : 0), 255]);
	const decoded = jsQR(new Uint8ClampedArray(colours), QR_WIDTH, QR_WIDTH);
	expect(decoded?.data).toBe(
		await page.getByRole('textbox', { name: 'Connect link' }).inputValue()
	);
});
