import { describe, expect, it } from 'vitest';
import { aside, read, said, understood } from './context.ts';

const TWO = 'read_odometer read_vin';

describe('a scope is understood', () => {
	it.each([
		['a JavaScript array', `['read_vin', 'read_odometer']`],
		['a Python list', `SCOPES = ["read_vin", "read_odometer"]`],
		[
			'a Python list with comments',
			`scope=[\n  "read_vin",  # for the logbook\n  "read_odometer",\n]`
		],
		['a Java array', `String[] scope = {"read_vin", "read_odometer"};`],
		[
			'a new Java array',
			`private static final String[] SCOPE = new String[]\n{"read_vin",\n "read_odometer"};`
		],
		['Arrays.asList', `List<String> scope = Arrays.asList("read_vin",\n    "read_odometer");`],
		['a Kotlin list', `val scopes = listOf("read_vin", "read_odometer")`],
		['a Swift array', `let scope: [String] = ["read_vin", "read_odometer"]`],
		['a Go slice', `Scope: []string{"read_vin", "read_odometer"},`],
		['a C# list', `var scopes = new List<string> { "read_vin", "read_odometer" };`],
		['a PHP array', `$scopes = ['read_vin', 'read_odometer'];`],
		['an old PHP array', `'scope' => array('read_vin', 'read_odometer'),`],
		['Ruby words', `scope: %w[read_vin read_odometer]`],
		['a Rust vector', `let scope = vec!["read_vin", "read_odometer"];`],
		[
			'an enumeration',
			`permissions: const [SmartcarPermission.readOdometer, SmartcarPermission.readVin]`
		],
		['constants', `[Scope.READ_VIN, Scope.READ_ODOMETER]`],
		['a builder', `builder.scope("read_vin").scope("read_odometer")`],
		['joined strings', `scope = "read_vin " +\n  "read_odometer"`],
		[
			'a TypeScript type',
			`const scopes: readonly string[] = ['read_vin', 'read_odometer'] as const;`
		],
		['JSON', `{"scope": "read_vin read_odometer"}`],
		['JSON in JSON', `{"body": "{\\"scope\\": [\\"read_vin\\", \\"read_odometer\\"]}"}`],
		['a property list', `<array><string>read_vin</string><string>read_odometer</string></array>`],
		['a YAML list', `smartcar:\n  scope:\n    - read_vin\n    - read_odometer\n  mode: live`],
		['a folded YAML text', `scope: >\n  read_vin\n  read_odometer\nmode: live`],
		['TOML', `scopes = [\n  "read_vin",\n  "read_odometer"\n]`],
		['an .env file', `PORT=3000\nSMARTCAR_SCOPES=read_vin read_odometer\nOTHER=read_fuel`],
		['an .env file with quotes', `export SMARTCAR_SCOPE="read_vin,read_odometer"`],
		['a shell line that goes on', `SCOPE="read_vin \\\n  read_odometer"`],
		['a Dockerfile', `ENV SMARTCAR_SCOPE "read_vin read_odometer"`],
		[
			'URLSearchParams',
			`new URLSearchParams({ response_type: 'code', scope: 'read_vin read_odometer' })`
		],
		['a part of a query', 'scope=read_vin%20read_odometer&state=x'],
		['a list in a query', 'scope=%5B%22read_vin%22%2C%22read_odometer%22%5D'],
		['a part of a query that is encoded twice', '?scope=read_vin%2520read_odometer'],
		['Markdown with its signs escaped', 'read\\_vin and read\\_odometer'],
		['bullets', `- read_vin\n* read_odometer`],
		['numbers', `1. read_vin\n2) read_odometer`],
		['ticked boxes', `- [x] read_vin\n- [ ] read_fuel\n- [X] read_odometer`],
		[
			'a Markdown table',
			`| Permission | Why |\n|---|---|\n| \`read_vin\` | logbook |\n| read_odometer | mileage |`
		],
		['bold and code', `**read_vin** and \`read_odometer\``],
		['emphasis', `_read_vin_, *read_odometer*`],
		['a list with explanations', `read_vin: the number\nread_odometer – how far it went`],
		['HTML', `<li><code>read_vin</code></li>\n<li><code>read_odometer</code></li>`],
		['commas', 'read_vin, read_odometer'],
		['commas without spaces', 'read_vin,read_odometer'],
		['semicolons', 'read_vin; read_odometer.'],
		['bars', 'read_vin | read_odometer'],
		['slashes', 'read_vin/read_odometer'],
		['lines', 'read_vin\r\nread_odometer\r\n'],
		['tabs', 'read_vin\tread_odometer'],
		['fancy quotes', '“read_vin”, ‘read_odometer’, «read_vin»'],
		['a few words', 'read_vin and read_odometer'],
		['a sentence', 'We need read_vin and read_odometer.'],
		['no-break spaces', 'read_vin\u00A0read_odometer'],
		['characters without width', 'read_\u200Bvin \uFEFFread_odometer'],
		['capitals', 'READ_VIN Read_Odometer'],
		['hyphens', 'read-vin read-odometer'],
		['JSDoc', `/**\n * read_vin: the number\n * read_odometer: how far it went\n */`],
		['a piece of JSDoc', ` * read_vin: the number\n * read_odometer: how far it went`],
		['a docstring', `"""\nread_vin\nread_odometer\n"""`],
		['an encoded scope', 'read_vin%20read_odometer'],
		['a form-encoded scope', 'read_vin+read_odometer']
	])('in %s', (_what, text) => {
		expect(understood(text)).toBe(TWO);
		expect(read(text).problems).toEqual([]);
	});

	it.each([
		[
			`['required:read_vehicle_info', 'read_odometer', 'read_location']`,
			'read_location read_odometer required:read_vehicle_info'
		],
		[
			`{"required:read_vehicle_info", "read_battery", "read_charge"}`,
			'read_battery read_charge required:read_vehicle_info'
		],
		['read_battery, read_charge, control_charge', 'read_battery read_charge control_charge'],
		['SMARTCAR_SCOPES=read_battery read_charge', 'read_battery read_charge'],
		['let scope = "read_fuel read_tires"', 'read_fuel read_tires'],
		['required:\n  - read_odometer\noptional:\n  - read_vin', 'required:read_odometer read_vin'],
		[
			'{"required": ["read_odometer"], "optional": ["read_vin"]}',
			'required:read_odometer read_vin'
		],
		['required:required:read_vin', 'required:read_vin'],
		['optional:read_vin', 'read_vin'],
		['Required:read_vin', 'required:read_vin'],
		['required%3Aread_vin', 'required:read_vin'],
		['scope=required%3Aread_vin%20read_fuel', 'read_fuel required:read_vin']
	])('%s with what is required', (text, scope) => {
		expect(understood(text)).toBe(scope);
	});
});

describe('the platform’s way is said and offered', () => {
	it.each([
		['read_vin read_odometer', [], null],
		['read_vin+read_odometer', [], null],
		['read_vin, read_odometer', ['warning separator'], TWO],
		[`["read_vin", "read_odometer"]`, ['note from-text'], TWO],
		['READ_VIN read_odometer', ['error spelling'], TWO],
		['read_vin%2520read_odometer', ['error encoded-twice'], TWO],
		['read_vin%2Bread_odometer', ['error encoded-twice'], TWO],
		['required%253Aread_odometer', ['error encoded-twice'], 'required:read_odometer'],
		['read_\u200Bvin read_odometer', ['error control-character'], TWO],
		['read_vin\u00A0read_odometer', ['note other-space'], TWO],
		['optional:read_vin', ['error spelling'], 'read_vin'],
		[
			'control_security control_security:unlock control_security:lock',
			['error spelling', 'error spelling', 'note scope'],
			'control_security'
		],
		['read_vin read_vin', ['note scope'], null],
		['[Scope.READ_VIN]', ['note spelling', 'note from-text'], 'read_vin']
	])('of %s', (text, codes, fix) => {
		expect(said(text)).toEqual(codes);
		expect(read(text).fix).toBe(fix);
	});

	it.each([
		[
			'control_security:unlock',
			'“control_security:unlock” is the former spelling of one command; write “control_security”.'
		],
		[
			'read_tire_pressure',
			'“read_tire_pressure” is not what the platform calls it; write “read_tires”.'
		],
		['READ_VIN', '“READ_VIN” is not how the platform writes it; write “read_vin”.'],
		[
			'read_vin, read_fuel',
			'Names are separated by “,” here; Connect takes one space and nothing else.'
		]
	])('%s in words', (text, message) => {
		expect(read(text).request?.findings[0]?.message).toBe(message);
	});
});

describe('only what is asked for counts', () => {
	const COMMENT = 'It stands in a comment, so nothing asks for it.';
	const OUTSIDE = 'It stands outside of the scope, so nothing asks for it.';

	it.each([
		[
			`scope: [\n  'read_vin',\n  // 'read_fuel',\n  /* 'read_tires', */\n]`,
			`read_fuel, read_tires: ${COMMENT}`
		],
		['scope:\n  - read_vin\n  # - read_fuel', `read_fuel: ${COMMENT}`],
		['<!-- read_fuel -->\n<scope>read_vin</scope>', `read_fuel: ${COMMENT}`],
		['-- read_fuel\nread_vin', `read_fuel: ${COMMENT}`],
		['; read_fuel\nscope = read_vin', `read_fuel: ${COMMENT}`],
		['def f():\n  """Uses read_fuel."""\n  scope = ["read_vin"]', `read_fuel: ${COMMENT}`],
		['- read_vin\n- ~~read_fuel~~', 'read_fuel: It is struck out.'],
		['- [x] read_vin\n- [ ] read_fuel', 'read_fuel: Its box is not ticked.'],
		[
			`const scope = ['read_vin'];\nif (granted.includes('read_fuel')) refuel();`,
			`read_fuel: ${OUTSIDE}`
		],
		[
			`scope=['read_vin']\ndf = read_csv('x')\nread_rows = 1`,
			'read_rows: No permission has this name.'
		]
	])('%s', (text, set) => {
		expect(understood(text)).toBe('read_vin');
		expect(aside(text)).toContain(set);
		expect(read(text).problems).toEqual([]);
	});

	it.each(['// read_fuel', '# read_fuel\n# read_vin', 'scope: [ // "read_fuel"\n]'])(
		'nothing in %j, which can be read all the same',
		(text) => {
			const { request, problems, offers } = read(text);
			expect(request).toBeNull();
			expect(problems[0]?.message).toBe(
				'Every permission in it stands in a comment, so nothing is asked for.'
			);
			expect(offers[0]?.label).toBe('Read the comments too');
			expect(understood(offers[0]?.text ?? '')).toContain('read_fuel');
		}
	);

	it('strings that look like comments are none', () => {
		expect(understood(`url = "https://example.com" scope = "read_vin"`)).toBe('read_vin');
		expect(understood(`a = '#', scope = 'read_vin'`)).toBe('read_vin');
		expect(understood(`Don't forget read_vin // it's the "number"`)).toBe('read_vin');
	});

	it('other words are named, the first of them', () => {
		expect(aside('val scopes = listOf("read_vin")')).toEqual([
			'val, scopes, listOf: It names no permission.'
		]);
		expect(aside('We need read_vin for the big logbook of our fleet today')).toEqual([
			'We, need, for, the, big, logbook and 4 more: It names no permission.'
		]);
	});
});

describe('what no permission is called', () => {
	it.each([
		['read_charge_status', '“read_charge_status” is not a permission; did you mean “read_charge”?'],
		[
			'control_engine',
			'“control_engine” is not a permission; look its name up in the list of permissions.'
		],
		[
			`['read_vin', 'read_odometr']`,
			'“read_odometr” is not a permission; did you mean “read_odometer”?'
		],
		[
			'required:read_odometr',
			'“required:read_odometr” is not a permission; did you mean “read_odometer”?'
		],
		[
			'read_vin required:',
			'“required:” stands alone; write a permission right behind it, e.g. “required:read_odometer”.'
		]
	])('is a problem: %s', (text, message) => {
		expect(read(text).problems.map((problem) => problem.message)).toEqual([message]);
	});
});
