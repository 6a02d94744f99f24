import { readSource } from '#lib/access/calls/read-source.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { expect, it } from 'vitest';

const READ = ['v2-security'];
const SENT = ['security-lock-v2', 'security-unlock-v2'];
const [LOCK, UNLOCK] = SENT;
const URL = 'https://api.smartcar.com/v2.0/vehicles/1/security';

it.each([
	['alone', `fetch('${URL}')`, READ],
	['in front of it', `'POST ${URL}'`, SENT],
	['of curl in front', `curl -X POST ${URL}`, SENT],
	['of curl behind', `curl ${URL} --request POST`, SENT],
	['by what curl sends', `curl ${URL} -d '{}'`, SENT],
	['by the name of the call', `http.Post("${URL}", kind, body)`, SENT],
	['by a name with do in front', `rest.doPost("${URL}")`, SENT],
	['handed over in front', `client.request('POST', '${URL}')`, SENT],
	['chained in front', `builder.method("POST").path("${URL}")`, SENT],
	['behind', `fetch('${URL}', { method: 'POST' })`, SENT],
	['around two calls', `post(a(b('${URL}')))`, SENT],
	['not around three', `post(a(b(c('${URL}'))))`, READ],
	['not of the statement in front', `fetch(x, { method: 'POST' })\nfetch('${URL}')`, READ],
	['not of the statement behind', `fetch('${URL}');\nfetch(x, { method: 'POST' })`, READ],
	[
		'not of the next address',
		`fetch('${URL}')\nfetch('${URL}', { method: 'POST' })`,
		[...READ, ...SENT]
	],
	['far behind', `fetch('${URL}', {${' '.repeat(240)} method: 'POST' })`, READ],
	['with its action', `post('${URL}', { action: 'LOCK' })`, [LOCK]],
	['with no action in front', `const LOCK = 1;\npost('${URL}', { action: 'UNLOCK' })`, [UNLOCK]],
	[
		'with no action of the next',
		`post('${URL}', { action })\npost('${URL}', { action: 'UNLOCK' })`,
		[...SENT, UNLOCK]
	]
])('the method of an address is told: %s', (_, text, expected) => {
	const { uses } = readSource(
		[{ name: text.startsWith('curl') ? 'x.sh' : 'x.js', text }],
		officialCatalog
	);
	expect(uses.map(({ code }) => code)).toEqual(expected);
});
