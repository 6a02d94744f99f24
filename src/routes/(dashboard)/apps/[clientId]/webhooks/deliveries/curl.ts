interface Sent {
	readonly uri: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** What curl counts by itself. */
const COUNTED = new Set(['content-length', 'host', 'connection']);

/** A command that sends the same bytes with the same signature, for any POSIX shell. */
export function curlOf({ uri, headers, body }: Sent): string {
	const lines = Object.entries(headers)
		.filter(([name]) => !COUNTED.has(name))
		.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
	return ['curl -i', quote(uri), ...lines, `--data-binary ${quote(body)}`].join(' \\\n  ');
}

function quote(text: string): string {
	return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
