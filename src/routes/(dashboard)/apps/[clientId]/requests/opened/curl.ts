/** What is hidden of a header stands as a variable of the shell. */
const TOKEN = '$TOKEN';

/** Headers that curl writes by itself. */
const BY_ITSELF =
	/^(?:host|connection|content-length|user-agent|accept-encoding|transfer-encoding)$/;

interface Sent {
	readonly method: string;
	readonly path: string;
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: string | null;
}

/** The request as a command, without its secrets. */
export function curlOf(origin: string, { method, path, headers, body }: Sent): string {
	const parts = [
		`curl${method === 'GET' ? '' : ` -X ${method}`} ${quoted(`${origin}${unmasked(path)}`)}`,
		...headers
			.filter(([name]) => !BY_ITSELF.test(name))
			.map(([name, value]) => `-H ${quoted(`${name}: ${unmasked(value)}`)}`),
		...(body === null || body === '' ? [] : [`--data ${quoted(unmasked(body))}`])
	];
	return parts.join(' \\\n  ');
}

/** Its first characters and its length are of no use to a server. */
function unmasked(text: string): string {
	return text.replace(MASKED, TOKEN);
}

/** As it is written, as in an address, and as in a form; by either dot, since some are noted with the other. */
const MASKED =
	/[^\s:=&"]{0,4}(?:[·•]{4} \(\d+ characters\)|(?:%C2%B7|%E2%80%A2){4}(?:%20|\+)(?:\(|%28)\d+(?:%20|\+)characters(?:\)|%29))/g;

/** A variable is read in double quotes alone. */
function quoted(text: string): string {
	if (!text.includes(TOKEN)) return `'${text.replaceAll("'", `'\\''`)}'`;
	return `"${text.replaceAll(/["\\`]/g, '\\$&').replaceAll(/\$(?!TOKEN)/g, '\\$')}"`;
}
