import { isForPrograms } from '#lib/server/programs/place.ts';
import { connect } from 'node:net';
import { fillPlaces } from './fuzz-requests.ts';

const EOL = '\r\n';

/** What nobody asked for: where it is answered, one request was read as two. */
const SMUGGLED = `GET /sandbox/api/clock HTTP/1.1${EOL}Host: $HOST${EOL}${EOL}`;

const TARGETS = [
	...['/v2.0/vehicles/$VEHICLE/odometer', '/v2.0/vehicles/$VEHICLE/batch', '/v2.0/user'],
	...['/v3/vehicles/$VEHICLE/signals', '/v3/vehicles/$VEHICLE/commands/charge/start'],
	...['/sandbox/api/vehicles', '/sandbox/api/seed', '/openapi/vehicle-v3.json', '/oauth/token']
];

/** A request that no client library writes. */
export interface OddBytes {
	readonly name: string;
	readonly bytes: Buffer;
	/** Whether all of it is one request, so that no second answer may come. */
	readonly isOne: boolean;
}

type Shape = readonly [name: string, write: (target: string) => string, isOne?: false];

const head = (method: string, target: string, ...lines: readonly string[]) =>
	[
		`${method} ${target} HTTP/1.1`,
		'Host: $HOST',
		'Authorization: Bearer $TOKEN',
		...lines,
		'',
		''
	].join(EOL);
const post = (target: string, ...lines: readonly string[]) =>
	head('POST', target, 'Content-Type: application/json', ...lines);
const lengthOf = (body: string) => `Content-Length: ${Buffer.byteLength(body)}`;

const SHAPES: readonly Shape[] = [
	[
		'length and chunks',
		(t) => `${post(t, 'Content-Length: 4', 'Transfer-Encoding: chunked')}0${EOL}${EOL}${SMUGGLED}`
	],
	[
		'chunks by another name',
		(t) => `${post(t, lengthOf(SMUGGLED), 'Transfer-Encoding: xchunked')}${SMUGGLED}`
	],
	[
		'chunks, then identity',
		(t) => `${post(t, 'Transfer-Encoding: chunked, identity')}0${EOL}${EOL}${SMUGGLED}`
	],
	[
		'chunks twice',
		(t) => `${post(t, 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked')}0${EOL}${EOL}`
	],
	[
		'a space before the colon',
		(t) => `${post(t, 'Transfer-Encoding : chunked', 'Content-Length: 3')}0${EOL}${EOL}${SMUGGLED}`
	],
	['two lengths', (t) => `${post(t, 'Content-Length: 2', lengthOf(`{}${SMUGGLED}`))}{}${SMUGGLED}`],
	['a length that is a list', (t) => `${post(t, 'Content-Length: 2, 2')}{}`],
	['a length below nothing', (t) => `${post(t, 'Content-Length: -1')}{}`],
	['a length in hex', (t) => `${post(t, 'Content-Length: 0x2')}{}`],
	['a length with a sign', (t) => `${post(t, 'Content-Length: +2')}{}`],
	['a length beyond all numbers', (t) => `${post(t, `Content-Length: ${'9'.repeat(40)}`)}{}`],
	[
		'a chunk of no size',
		(t) => `${post(t, 'Transfer-Encoding: chunked')}zz${EOL}{}${EOL}0${EOL}${EOL}`
	],
	[
		'a chunk below nothing',
		(t) => `${post(t, 'Transfer-Encoding: chunked')}-2${EOL}{}${EOL}0${EOL}${EOL}`
	],
	[
		'a chunk beyond all numbers',
		(t) => `${post(t, 'Transfer-Encoding: chunked')}${'f'.repeat(20)}${EOL}{}`
	],
	[
		'a chunk that is longer than it says',
		(t) => `${post(t, 'Transfer-Encoding: chunked')}1${EOL}{}${EOL}0${EOL}${EOL}`
	],
	['a chunk that never ends', (t) => `${post(t, 'Transfer-Encoding: chunked')}2${EOL}{`],
	[
		'chunks with long extensions',
		(t) =>
			`${post(t, 'Transfer-Encoding: chunked')}2;${'x'.repeat(20_000)}${EOL}{}${EOL}0${EOL}${EOL}`
	],
	[
		'trailers that name a token',
		(t) =>
			`${post(t, 'Transfer-Encoding: chunked', 'Trailer: Authorization')}2${EOL}{}${EOL}0${EOL}Authorization: Bearer x${EOL}${EOL}`
	],
	['a body of 70 kB', (t) => `${post(t, lengthOf('x'.repeat(70_000)))}${'x'.repeat(70_000)}`],
	[
		'a body of 70 kB in chunks',
		(t) =>
			`${post(t, 'Transfer-Encoding: chunked')}11170${EOL}${'x'.repeat(70_000)}${EOL}0${EOL}${EOL}`
	],
	['a body that GET has not', (t) => `${head('GET', t, lengthOf('{}'))}{}`],
	['a NUL in the path', (t) => head('GET', `${t}\0`)],
	['a NUL in a header', (t) => head('GET', t, 'Sc-Unit-System: met\0ric')],
	['a NUL in the body', (t) => `${post(t, lengthOf('{"action":"\0"}'))}{"action":"\0"}`],
	['a broken escape', (t) => head('GET', `${t}/%zz`)],
	['half an escape', (t) => head('GET', `${t}/%`)],
	['letters that are no UTF-8', (t) => head('GET', `${t}/%C3%28`)],
	['raw bytes above 7 bits', (t) => head('GET', `${t}/\u00ff\u00fe`)],
	['a backslash', (t) => head('GET', t.replaceAll('/', '\\'))],
	['a path out of all folders', (t) => head('GET', `${t}/../../../../etc/passwd`)],
	['an address of another host', (t) => head('GET', `http://evil.example${t}`)],
	['an address with a user', (t) => head('GET', `http://a:b@$HOST${t}`)],
	['no path', () => head('GET', '')],
	['an asterisk', () => head('OPTIONS', '*')],
	['a method of its own', (t) => head('LEVITATE', t)],
	['a method in small letters', (t) => head('get', t)],
	['a tunnel', (t) => head('CONNECT', t)],
	['two hosts', (t) => head('GET', t, 'Host: evil.example')],
	['no host', (t) => `GET ${t} HTTP/1.1${EOL}${EOL}`],
	['two tokens', (t) => head('GET', t, 'Authorization: Bearer x')],
	['line feeds alone', (t) => `GET ${t} HTTP/1.1\nHost: $HOST\nAuthorization: Bearer $TOKEN\n\n`],
	['a folded header', (t) => head('GET', t, `Accept: a${EOL} b`)],
	['a header without a name', (t) => head('GET', t, ': x')],
	['a header without a colon', (t) => head('GET', t, 'nothing')],
	['a carriage return alone', (t) => head('GET', t, `Accept: a\rSet-Cookie: x=1`)],
	['a version of none', (t) => `GET ${t}${EOL}${EOL}`],
	['version 1.0', (t) => `GET ${t} HTTP/1.0${EOL}Authorization: Bearer $TOKEN${EOL}${EOL}`],
	['version 9.9', (t) => `GET ${t} HTTP/9.9${EOL}Host: $HOST${EOL}${EOL}`],
	['the beginning of HTTP/2', () => `PRI * HTTP/2.0${EOL}${EOL}SM${EOL}${EOL}`],
	['a greeting of TLS', () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'],
	['a path of 30 kB', (t) => head('GET', `${t}/${'x'.repeat(30_000)}`)],
	['a header of 30 kB', (t) => head('GET', t, `X-Long: ${'x'.repeat(30_000)}`)],
	['3,000 headers', (t) => head('GET', t, ...Array.from({ length: 3_000 }, (_, n) => `X-${n}: 1`))],
	['no type', (t) => `${head('POST', t, lengthOf('{}'))}{}`],
	[
		'a type in UTF-16',
		(t) => `${head('POST', t, 'Content-Type: application/json; charset=utf-16', lengthOf('{}'))}{}`
	],
	[
		'a form where JSON is read',
		(t) =>
			`${head('POST', t, 'Content-Type: application/x-www-form-urlencoded', lengthOf('action=LOCK'))}action=LOCK`
	],
	[
		'parts without a boundary',
		(t) => `${head('POST', t, 'Content-Type: multipart/form-data', lengthOf('--x'))}--x`
	],
	['a body said to be compressed', (t) => `${post(t, 'Content-Encoding: gzip', lengthOf('{}'))}{}`],
	['a wish to be continued', (t) => `${post(t, 'Expect: 100-continue', lengthOf('{}'))}{}`],
	['an upgrade', (t) => head('GET', t, 'Connection: Upgrade', 'Upgrade: h2c')],
	['two in one go', (t) => head('GET', t) + head('GET', t), false]
];

/** Each shape at each address of programs. */
export function oddBytes(places: Readonly<Record<string, string>>): readonly OddBytes[] {
	return SHAPES.flatMap(([name, write, isOne = true]) =>
		TARGETS.map((target) => ({
			name: `${name} at ${target}`,
			bytes: Buffer.from(fillPlaces(write(target), places), 'latin1'),
			isOne
		}))
	);
}

/** Milliseconds of silence after which nothing more is awaited: a cut request is waited for longer. */
const SILENCE = 300;

/** Writes bytes on a connection of their own. @returns all that comes back until it is silent or closed */
export function exchangeBytes(origin: string, bytes: Buffer): Promise<string> {
	const { hostname, port } = new URL(origin);
	return new Promise((resolve) => {
		let received = '';
		const socket = connect(Number(port), hostname, () => socket.write(bytes));
		socket.setTimeout(SILENCE, () => socket.destroy());
		socket.on('data', (chunk) => (received += chunk.toString('latin1')));
		socket.on('error', () => {});
		socket.on('close', () => resolve(received));
	});
}

/** What is wrong with what came back; null where nothing is. */
export function faultOfBytes({ name, bytes, isOne }: OddBytes, received: string): string | null {
	const statuses = [...received.matchAll(/HTTP\/1\.1 (\d{3}) [A-Z]/g)].map(([, status]) =>
		Number(status)
	);
	const said = `${name}: ${received.slice(0, 600)}`;
	if (statuses.some((status) => status >= 500)) return `A fault of the server. ${said}`;
	const [, target = ''] = bytes.toString('latin1').split(' ');
	if (isForPrograms(target) && /<(?:!doctype|html)/i.test(received)) return `HTML. ${said}`;
	if (/(?:\n|\\n)\s+at \S+/.test(received)) return `A stack. ${said}`;
	if (received !== '' && statuses.length === 0) return `No answer of HTTP. ${said}`;
	const final = statuses.filter((status) => status >= 200);
	// A fault in what follows an answer is told by one more, which closes the connection.
	const others = final.slice(1).filter((status) => status !== 400);
	return isOne && others.length > 0 ? `Two answers to one request. ${said}` : null;
}
