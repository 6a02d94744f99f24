import type { Answer } from './http.ts';
import { begin, newOwner, openLink, show, signIn, step } from './journey.ts';
import type { Target } from './target.ts';

/** Every page that an owner can meet, with its name. */
export async function pagesOf({ strict }: Target): Promise<readonly (readonly [string, Answer])[]> {
	const journey = await begin(strict);
	const preamble = await show(journey);
	await step(journey, ['', 'continue']);
	const brand = await show(journey, 'brand');
	await step(journey, ['brand', 'pick'], { make: 'AUDI' });
	const login = await show(journey, 'login');
	await signIn(journey, newOwner());
	const grant = await show(journey, 'grant');
	const stranger = await begin(strict, { make: 'TROLLEY' });
	await step(stranger, ['', 'continue']);
	const unsupported = await show(stranger, 'unsupported');
	const lost = await show({ ...journey, cookie: '' }, 'grant');
	const refused = await openLink(strict, { client_id: null });
	const pages = { preamble, brand, login, grant, unsupported, lost, refused };
	for (const [name, { status }] of Object.entries(pages)) {
		const expected = name === 'lost' || name === 'refused' ? 400 : 200;
		if (status !== expected) throw new Error(`The page ${name} answered ${status}.`);
	}
	return Object.entries(pages);
}
