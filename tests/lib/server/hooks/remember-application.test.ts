import { rememberApplication } from '#lib/server/hooks/remember-application.ts';
import { LAST_APPLICATION } from '#lib/server/http/last-application.ts';
import { expect, it } from 'vitest';

const ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const OTHER = '5b1c4a0e-9f63-4c7d-8e04-d072c7d1be04';
const PAGE = '/(dashboard)/apps/[clientId]/history';

interface Asked {
	readonly route?: string;
	readonly clientId?: string;
	readonly known?: string;
	readonly method?: string;
	readonly protocol?: string;
	readonly status?: number;
}

/** The cookie that the answer sets, or null. */
async function setBy(asked: Asked): Promise<string | null> {
	const { route = PAGE, clientId = ID, known, method = 'GET', protocol = 'http:' } = asked;
	const event = {
		route: { id: route },
		params: { clientId },
		request: { method },
		url: new URL(`${protocol}//localhost/`),
		cookies: {
			get: (name: string) => (name === LAST_APPLICATION ? known : undefined),
			serialize: (name: string, value: string, { secure = true }) =>
				`${name}=${value}${secure ? '; secure' : ''}`
		}
	};
	const resolve = async () => new Response('', { status: asked.status ?? 200 });
	// Of the event, the hook reads these parts alone.
	const answer: Response = await Reflect.apply(rememberApplication, undefined, [
		{ event, resolve }
	]);
	return answer.headers.get('set-cookie');
}

it.each<[string, Asked, string | null]>([
	['the first page of an application', {}, `application=${ID}`],
	['a page of another one', { known: OTHER }, `application=${ID}`],
	['a page over https', { protocol: 'https:' }, `application=${ID}; secure`],
	['another page of the same', { known: ID }, null],
	['a page of none', { route: '/(dashboard)/catalog' }, null],
	['a form', { method: 'POST' }, null],
	['an application that is not there', { status: 404 }, null],
	['a redirect', { status: 307 }, null]
])('%s', async (_, asked, cookie) => {
	expect(await setBy(asked)).toBe(cookie);
});
