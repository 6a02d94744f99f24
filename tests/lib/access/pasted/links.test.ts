import { describe, expect, it } from 'vitest';
import { aside, CLIENT_ID, CONNECT, read, said, START, understood, VEHICLE_ID } from './context.ts';

const LINK = `${START}&scope=read_odometer%20read_vin&state=abc`;
const TWO = 'read_odometer read_vin';

/** Value of a parameter as it was understood. */
const value = (text: string, name: string) =>
	read(text).request?.parameters.find((parameter) => parameter.name === name)?.value;

describe('a link is found', () => {
	it.each([
		['alone', LINK],
		['in backticks', `\`${LINK}\``],
		['in single quotes', `'${LINK}'`],
		['in double quotes', `"${LINK}"`],
		['in angle brackets', `<${LINK}>`],
		['in round brackets', `(see ${LINK})`],
		['in Markdown', `[Connect](${LINK}), please`],
		['in a sentence', `Go to the following URL: ${LINK}.`],
		['in bold', `**${LINK}**`],
		['in curl', `curl -sS '${LINK}' -o page.html`],
		['in an attribute', `<a class="b" href="${LINK.replaceAll('&', '&amp;')}">Connect</a>`],
		['in an attribute without quotes', `<a href=${LINK}>Connect</a>`],
		['in JSON', JSON.stringify({ url: LINK }).replaceAll('/', '\\/').replaceAll('&', '\\u0026')],
		[
			'in a Postman collection',
			JSON.stringify({ raw: LINK, query: [{ key: 'scope', value: TWO }] })
		],
		['in a header', `HTTP/1.1 302 Found\nLocation: ${LINK}\nContent-Length: 0`],
		['in an assignment', `AUTH_URL=${LINK}\nPORT=1`],
		[
			'broken by a mail',
			`> Please open\n> ${START}\n> &scope=read_odometer%20read_vin&sta\n> te=abc\n> Thanks`
		],
		[
			'broken within a value',
			`${CONNECT}?response_type=code&client_id=${CLIENT_ID.slice(0, 9)}\n${CLIENT_ID.slice(9)}&scope=read_odometer%20read_vin&state=abc\n\nBye`
		],
		['broken within a name', `${START}&state=abc&scope=read_vin%20read_odo\nmeter`],
		[
			'set over several lines',
			`${CONNECT}?\n  response_type=code\n  &client_id=${CLIENT_ID}\n  &scope=read_odometer read_vin\n  &state=abc  // any`
		],
		['in quoted-printable', LINK.replaceAll('=', '=3D').replace('odometer', 'odo=\nmeter')],
		['with raw spaces', `${START}&scope=read_odometer read_vin&state=abc`],
		[
			'of joined strings',
			`url = '${CONNECT}?';\nurl += 'response_type=code&client_id=${CLIENT_ID}';\nurl += '&scope=read_odometer%20read_vin&state=abc';`
		],
		[
			'of strings in brackets',
			`(\n  "${CONNECT}?response_type=code"\n  "&client_id=${CLIENT_ID}"\n  "&scope=read_odometer%20read_vin&state=abc"\n)`
		],
		[
			'as curl would ask for it',
			`curl -G ${CONNECT} \\\n  --data-urlencode 'scope=read_odometer read_vin' \\\n  -d response_type=code -d state=abc -d client_id=${CLIENT_ID}`
		],
		[
			'as curl --get would',
			`curl --get --data-urlencode "scope=read_odometer read_vin" -d 'response_type=code&state=abc' -d client_id=${CLIENT_ID} '${CONNECT}'`
		],
		[
			'as HTTPie would',
			`http GET ${CONNECT} response_type==code client_id==${CLIENT_ID} scope=='read_odometer read_vin' state==abc`
		],
		['in another link', `https://www.google.com/url?q=${encodeURIComponent(LINK)}&sa=D`],
		['without its scheme', LINK.replace('https://', '')],
		['as a path', LINK.replace('https://connect.smartcar.com', '')],
		['as a query', LINK.replace(CONNECT, '')],
		['without its question mark', LINK.replace(`${CONNECT}?`, '')],
		['with characters without width', LINK.replace('odometer', 'odo\u200Bmeter')],
		['beside a comment', `// the link of today\n${LINK}`]
	])('%s', (_what, text) => {
		expect(understood(text)).toBe(TWO);
		expect(value(text, 'client_id')).toBe(CLIENT_ID);
		expect(value(text, 'state')).toBe('abc');
		expect(read(text).problems).toEqual([]);
	});

	it.each([
		`HTTP/1.1 302 Found\n Location: ${CONNECT.replace('authorize', 'reauthenticate')}?\n response_type=vehicle_id\n &client_id=${CLIENT_ID}&vehicle_id=${VEHICLE_ID}`,
		`HTTP/1.1 302 Found\\n Location: ${CONNECT.replace('authorize', 'reauthenticate')}?\\n response_type=vehicle_id\\n &client_id=${CLIENT_ID}&vehicle_id=${VEHICLE_ID}`
	])('for signing in again: %j', (text) => {
		expect(read(text).request).toMatchObject({ reauthenticates: true, permissions: [] });
		expect(value(text, 'vehicle_id')).toBe(VEHICLE_ID);
		expect(said(text)).toEqual([]);
	});

	it('whose scope stands in the code around it', () => {
		const text =
			'const scope = ["read_vin", "read_odometer"];\n' +
			`const url = \`${CONNECT}?response_type=code&client_id=\${CLIENT_ID}&scope=\${scope.join(' ')}\`;`;
		expect(understood(text)).toBe(TWO);
		expect(said(text)).toEqual(['note placeholder', 'note scope-of-code']);
		expect(read(text).fix).toBe(`${START}&scope=read_odometer%20read_vin`);
	});

	it('of strings and variables, which are left open', () => {
		const text = `"${CONNECT}?response_type=code&client_id=" + clientId + "&scope=read_vin&state=" + state`;
		expect(understood(text)).toBe('read_vin');
		expect(value(text, 'client_id')).toBe('{clientId}');
		expect(said(text)).toEqual(['note placeholder', 'note placeholder']);
	});

	it.each(['<client id>', 'YOUR_CLIENT_ID', '${CLIENT_ID}', '{{client_id}}', '{client_id}', '...'])(
		'with the placeholder %s, for which the application’s id is written',
		(placeholder) => {
			const text = `${CONNECT}?response_type=code&client_id=${placeholder}&scope=&state=x`;
			expect(value(text, 'client_id')).toBe(placeholder);
			expect(said(text)).toEqual(['note placeholder', 'warning empty-scope']);
			expect(read(text).fix).toBe(`${START}&state=x`);
		}
	);

	it('once where it stands twice, and others are offered one by one', () => {
		const text = `Live: ${LINK}\nAgain: ${LINK}\nTest: ${LINK}&mode=simulated`;
		expect(value(text, 'mode')).toBeNull();
		expect(read(text).offers.map((offer) => offer.text)).toEqual([`${LINK}&mode=simulated`]);
		expect(value(read(text).offers[0]?.text ?? '', 'mode')).toBe('simulated');
	});
});

describe('beside a link', () => {
	it('other names and words are set aside', () => {
		const text = `To see read_fuel too, open ${START}&scope=read_vin\n# not read_tires`;
		expect(understood(text)).toBe('read_vin');
		expect(aside(text)).toEqual([
			'read_fuel: The link does not ask for it.',
			'read_tires: It stands in a comment, so nothing asks for it.',
			'To, see, too, open: Text around the link.'
		]);
	});
});

describe('no link', () => {
	it.each([
		['https://example.com/', /^This is no Connect URL/],
		[CONNECT, /^This is no Connect URL/],
		['SMARTCAR_CLIENT_ID=x', /^No link, no permission and no signal/]
	])('is %s', (text, message) => {
		const { request, problems } = read(text);
		expect(request).toBeNull();
		expect(problems[0]?.message).toMatch(message);
	});
});
