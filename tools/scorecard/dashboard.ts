import { elementsOf, postForm, send, type Answer, type Fields } from './http.ts';

/** An application of the server that is judged, made by its own pages. */
export interface Client {
	readonly origin: string;
	readonly clientId: string;
	readonly name: string;
	readonly secret: string;
	/** The first one that is registered, and the default. */
	readonly redirectUri: string;
}

const CALLBACK = 'https://app.example/callback';

/** Sends a form of the dashboard, as its page does. */
export function act(
	{ origin, clientId }: Pick<Client, 'origin' | 'clientId'>,
	page: string,
	action: string,
	fields: Fields = {}
): Promise<Answer> {
	return postForm(`${origin}/apps/${clientId}/${page}?/${action}`, fields, { origin });
}

export function showPage({ origin, clientId }: Client, page: string): Promise<Answer> {
	return send(`${origin}/apps/${clientId}/${page}`);
}

/** Creates an application with a secret, a redirect URI and a protocol; nothing is published. */
export async function createClient(
	origin: string,
	{ name, protocol }: { readonly name: string; readonly protocol: 'strict' | 'platform' }
): Promise<Client> {
	const created = await postForm(`${origin}/?/create`, { name }, { origin });
	const clientId = /\/apps\/([0-9a-f-]{36})\//.exec(created.location ?? '')?.[1];
	if (clientId === undefined) throw new Error(`No application was created: ${created.status}.`);
	const bare = { origin, clientId };
	await done(act(bare, 'credentials', 'add', { uri: CALLBACK }));
	await done(act(bare, 'credentials', 'protocol', { protocol }));
	const made = await done(act(bare, 'credentials', 'makeSecret'));
	const [secret] = /vas_test_[\w-]{43}/.exec(made.text) ?? [];
	if (secret === undefined) throw new Error('The page shows no new secret.');
	return { ...bare, name, secret, redirectUri: CALLBACK };
}

/** Publishes a selection; `!` behind a code marks it Required. */
export async function publish(client: Client, words: string): Promise<void> {
	const selection = words
		.split(' ')
		.map((word) => ({ code: word.replace('!', ''), required: word.endsWith('!') }));
	const [revision, basedOn] = await revisions(client);
	await done(
		send(`${client.origin}/apps/${client.clientId}/draft`, {
			method: 'PUT',
			headers: { origin: client.origin, 'content-type': 'application/json' },
			body: JSON.stringify({ baseRevision: revision, selection })
		})
	);
	await done(
		act(client, 'publish', 'publish', {
			basedOn,
			revision: String(revision + 1),
			reason: 'For the scorecard'
		})
	);
}

/** Revision of the draft, and number of the current version, as the form to publish carries them. */
async function revisions(client: Client): Promise<readonly [number, string]> {
	const { text } = await send(`${client.origin}/apps/${client.clientId}/draft`, {
		method: 'PUT',
		headers: { origin: client.origin, 'content-type': 'application/json' },
		body: JSON.stringify({ baseRevision: 0, selection: [] })
	});
	const revision = Number(/"revision":(\d+)/.exec(text)?.[1]);
	const history = await showPage(client, 'history');
	const numbers = [...history.text.matchAll(/\/history\/(\d+)/g)].map(([, number]) =>
		Number(number)
	);
	return [revision, numbers.length > 0 ? String(Math.max(...numbers)) : ''];
}

export async function removeRedirectUris(client: Client): Promise<void> {
	const { text } = await showPage(client, 'credentials');
	// Secrets carry ids too; none of them is that of a redirect URI.
	for (const input of elementsOf(text, 'input').filter((each) => each.get('name') === 'id')) {
		await act(client, 'credentials', 'remove', { id: input.get('value') ?? '' });
	}
}

/** Ends every connection of an application, as its developer does. */
export async function disconnectAll(client: Client): Promise<void> {
	const list = await showPage(client, 'connections');
	const ids = new Set(
		[...list.text.matchAll(/[?&;]connection=([0-9a-f-]{36})/g)].map(([, id]) => id)
	);
	for (const id of ids) {
		await done(act(client, 'connections', 'disconnect', { connection: id ?? '' }));
	}
}

export async function deleteClient(client: Client): Promise<void> {
	await act(client, 'settings', 'delete', { confirm: client.name });
}

async function done(sent: Promise<Answer>): Promise<Answer> {
	const answer = await sent;
	if (answer.status < 400) return answer;
	throw new Error(
		`A page of the dashboard answered ${answer.status}: ${answer.text.slice(0, 300)}`
	);
}
