import { z } from 'zod';

const Outbox = z.array(z.object({ to: z.string(), text: z.string() }));
const ADDRESS = 'bench@example.org';

/**
 * Signs an owner in to the portal and connects a car, by its forms.
 *
 * @returns the cookie of that sign-in
 */
export async function signInOwner(origin: string): Promise<string> {
	const asking = await send(`${origin}/my?/send`, { email: ADDRESS });
	const outbox = await fetch(`${origin}/sandbox/outbox.json`);
	const mail = Outbox.parse(await outbox.json()).find(({ to }) => to === ADDRESS);
	const code = /\d{3} \d{3}/.exec(mail?.text ?? '')?.[0] ?? '';
	const cookie = await send(`${origin}/my/code?/signIn`, { code }, asking);
	await send(`${origin}/my/connect/VOLKSWAGEN`, { username: ADDRESS, password: 'x' }, cookie);
	return cookie;
}

/** @returns the cookies that came back */
async function send(
	address: string,
	fields: Readonly<Record<string, string>>,
	cookie = ''
): Promise<string> {
	const response = await fetch(address, {
		method: 'POST',
		body: new URLSearchParams(fields),
		headers: { origin: new URL(address).origin, accept: 'text/html', cookie },
		redirect: 'manual'
	});
	if (response.status !== 303) throw new Error(`${address} answered ${response.status}`);
	return response.headers
		.getSetCookie()
		.map((one) => one.split(';')[0] ?? '')
		.join('; ');
}
