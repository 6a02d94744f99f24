import { PROGRAM_BODIES, PROGRAM_PATHS, PROGRAM_VALUES } from './fuzz-programs.ts';

/** A request as somebody might send it who means no good, or no harm and does not know HTTP. */
export interface FuzzedRequest {
	readonly method: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

/** Numbers from 0 up to 1 that are the same in every run with one seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const METHODS = ['GET', 'GET', 'GET', 'HEAD', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const RARE_METHODS = ['TRACE', 'PROPFIND', 'MKCOL', 'SEARCH', 'PURGE'];

const ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

const PATHS = [
	...['/', '/?/create', '/healthz', '/catalog', '/permissions', '/help', '/__data.json'],
	...['/robots.txt', '/favicon.svg', '/_app/version.json', '/_app/immutable/x.js', '/_app/'],
	...[
		'vehicle-access',
		'share',
		'publish',
		'import',
		'history',
		'credentials',
		'settings',
		'draft'
	].flatMap((page) => [`/apps/$APP/${page}`, `/apps/${ID}/${page}`]),
	...['/apps/$APP/share/__data.json?x-sveltekit-invalidated=01', '/apps/$APP/publish?/publish'],
	...['/apps/$APP/vehicle-access?/save', '/apps/$APP/credentials?/add', '/apps/x/share'],
	...['/oauth/authorize', `/oauth/authorize?client_id=${ID}&response_type=code&redirect_uri=x`],
	...['/oauth/authorize/x', '/oauth/authorize/x/grant?/allow', '/oauth/authorize/x/brand?/pick'],
	...['/oauth/token', '/oauth/token/?flags=a', '/oauth/revoke', '/oauth2/token', '/oauth/x'],
	...['/v2.0/vehicles', '/v2.0/user', `/v2.0/vehicles/${ID}/permissions?limit=-1`, '/v3/vehicles'],
	...['/sandbox/callback?code=x&state=y', '/sandbox/start?client_id=x', '/sandbox/redirect?x'],
	...['/sandbox/api/authorize', '/sandbox/api/seed', '/openapi/control.json'],
	...PROGRAM_PATHS,
	...['/.well-known/oauth-authorization-server', '/schemas/vehicle-access.json'],
	...['/schemas/receipt.json', '/my/receipts/1', '/my/receipts/x.json'],
	...['/%ff', '/%00', '//', '/..%2f..%2fpackage.json', '/apps/%2e%2e/%2e%2e', '/a%', '/?%', '*']
];

const VALUES: Readonly<Record<string, readonly string[]>> = {
	...PROGRAM_VALUES,
	range: ['bytes=5-2', 'bytes=0-9007199254740993', 'bytes=-0', 'bytes=0-1,5-2', 'lines=1', '='],
	'if-range': ['"x"', 'W/"x"', 'Thu, 01 Jan 1970 00:00:00 GMT', 'never'],
	'if-none-match': ['*', '"x"', 'W/', ',,,"'],
	'if-match': ['"x"', '*'],
	'if-modified-since': ['Thu, 01 Jan 2099 00:00:00 GMT', 'x'],
	'if-unmodified-since': ['Thu, 01 Jan 1970 00:00:00 GMT', '-1'],
	'content-type': [
		...['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
		...[
			'multipart/form-data; boundary=x',
			'multipart/form-data; boundary="',
			'text/plain',
			'x/y;;'
		],
		...['application/json; charset=utf-16', 'application/octet-stream', '']
	],
	'content-encoding': ['gzip', 'br', 'deflate', 'x', 'gzip, gzip'],
	'content-language': ['de', '*'],
	'content-disposition': ['attachment; filename="../x"'],
	'content-range': ['bytes 0-1/2', 'bytes */*'],
	expect: ['100-continue', 'wonders', ''],
	accept: ['text/html', 'application/json', '*/*;q=x', ';', 'text/html;q=0,application/json'],
	'accept-encoding': ['gzip', 'br', '*;q=0', 'gzip;q=-1', 'br;q=1e9', ',', 'identity;q=0'],
	'accept-language': ['de', 'xx-xx-xx', '*;q=0', `${'de,'.repeat(500)}`],
	'accept-charset': ['utf-16', '*'],
	cookie: [
		...[
			'theme=dark',
			'theme=%ff',
			'connect=x',
			'connect_sign_in=x',
			'sample_client=[',
			'sample_client=[{"state":1}]'
		],
		...['__proto__=x', '=', ';;;', 'a=b; a=c', `connect=${'x'.repeat(4000)}`, 'deleted=%E0%A4%A']
	],
	host: ['evil.example', 'localhost', '[::1]', '127.0.0.1:1', 'a b', '', 'x@y', '127.0.0.1:99999'],
	origin: ['$ORIGIN', '$ORIGIN', '$ORIGIN', 'null', 'https://evil.example', 'x', ''],
	referer: ['x', 'https://evil.example/?'],
	'sec-fetch-site': ['same-origin', 'none', 'cross-site', 'x'],
	'x-forwarded-for': ['192.0.2.1', ',', 'x'.repeat(2000)],
	'x-forwarded-proto': ['https', 'javascript'],
	'x-valetkey-host': ['evil.example', 'a b', '%'],
	'x-valetkey-protocol': ['javascript', '%', 'https'],
	'x-sveltekit-action': ['true', 'x'],
	'x-sveltekit-invalidated': ['1', 'x'],
	authorization: [
		...['Basic', 'Basic eDp5', 'Basic %%%', 'Bearer', 'Bearer x', 'Digest x', 'x'],
		...(PROGRAM_VALUES.authorization ?? [])
	],
	connection: ['upgrade', 'close', 'x', 'keep-alive, upgrade'],
	upgrade: ['websocket', 'h2c', 'x'],
	te: ['trailers', 'chunked'],
	pragma: ['x'],
	'cache-control': ['no-cache', 'max-age=x'],
	'max-forwards': ['0', '-1']
};

const NAMES = Object.keys(VALUES);

const BODIES = [
	...['', '{', '{}', '[]', 'null', '"x"', '{"baseRevision":1,"selection":[]}', '{"__proto__":{}}'],
	...[`{"clientId":"${ID}"}`, '{"applications":[{"name":"x","clientId":1}]}'],
	...['name=', 'name=x', 'name=a&name=b', 'item=vin&required=vin', '%', 'a=%ff&b=%00', '=&=&='],
	...[
		'grant_type=authorization_code&code=x',
		'grant_type=refresh_token',
		'uri=javascript:alert(1)'
	],
	...['--x\r\n\r\n', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--', '--x--'],
	`name=${'x'.repeat(70_000)}`,
	...PROGRAM_BODIES
];

/** What stands where a name with a dollar does. */
export interface Places {
	readonly ORIGIN: string;
	/** Client id of an application. */
	readonly APP: string;
	/** Of a user, for one vehicle. */
	readonly TOKEN: string;
	/** The vehicle as its application knows it, and its own id. */
	readonly VEHICLE: string;
	readonly CAR: string;
}

/** Puts what is there in place of each name with a dollar. */
export function fillPlaces(text: string, places: Readonly<Record<string, string>>): string {
	return text.replaceAll(/\$([A-Z]+)/g, (whole, name: string) => places[name] ?? whole);
}

/** Requests without an end, the same in every run with one seed. */
export function* fuzzedRequests(random: () => number, places: Places): Generator<FuzzedRequest> {
	const below = (most: number) => Math.floor(random() * most);
	const pick = (list: readonly string[]) => list[below(list.length)] ?? '';
	const noise = (most: number) =>
		Array.from({ length: below(most) }, () => String.fromCharCode(0x20 + below(0x5f))).join('');
	const fill = (text: string) => fillPlaces(text, { ...places });
	for (;;) {
		const headers: Record<string, string> = {};
		for (let left = below(6); left > 0; left -= 1) {
			const name = pick(NAMES);
			headers[name] = random() < 0.85 ? fill(pick(VALUES[name] ?? [])) : noise(60).trim();
		}
		if (random() < 0.4) headers.range = `bytes=${below(40)}-${random() < 0.5 ? below(40) : ''}`;
		const method = random() < 0.97 ? pick(METHODS) : pick(RARE_METHODS);
		const hasBody = !['GET', 'HEAD', 'TRACE'].includes(method) && random() < 0.8;
		const text = random() < 0.8 ? fill(pick(BODIES)) : noise(400);
		const address = pick(PATHS);
		// Without one, most of what programs ask is refused before it is read.
		if (/\$(?:VEHICLE|CAR)/.test(address) && random() < 0.7) {
			headers.authorization = fill('Bearer $TOKEN');
			headers['content-type'] = 'application/json';
		}
		const path = fill(address) + (random() < 0.1 ? `?${encodeURI(noise(30))}` : '');
		yield { method, path, headers, body: Buffer.from(hasBody ? text : '', 'latin1') };
	}
}
