import { readSource } from '#lib/access/calls/read-source.ts';
import { SOURCE_LIMITS } from '#lib/access/calls/source-limits.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const read = (name: string, text: string) => readSource([{ name, text }], officialCatalog);

const NAMES = ['', 'a.ts', 'a.py', 'a.rb', 'a.go', 'a.java', 'a.sh', 'a.md', 'a.json', 'a.php'];

const anyPiece = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.constantFrom(...officialCatalog.items.map(({ code }) => code)),
	fc.constantFrom(
		...['vehicle.', '.odometer()', '.getSignal(', '/vehicles/', '${', '}', '"', "'", '`', '"""'],
		...[
			'//',
			'/*',
			'*/',
			'#',
			'#{',
			'<!--',
			'=begin',
			'\\',
			'\n',
			'(',
			')',
			'+',
			'POST ',
			'smartcar'
		],
		...['https://', '/v3', '/v2.0', 'batch([', 'signals', '/charge', '\0', '\r\n', 'f"', ' ']
	)
);
const anySource = fc.array(anyPiece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('any file', () => {
	it('is read, and what is found is of the catalog and stands in its lines', () => {
		fc.assert(
			fc.property(fc.constantFrom(...NAMES), anySource, (name, text) => {
				const { uses, unclear } = read(name, text);
				const lines = text.split(/\r\n?|\n/).length;
				for (const { code } of uses) expect(officialCatalog.item(code)?.code).toBe(code);
				for (const { line, file } of [...uses, ...unclear]) {
					expect(file).toBe(name);
					expect(line).toBeGreaterThanOrEqual(1);
					expect(line).toBeLessThanOrEqual(lines);
				}
			}),
			{ numRuns: 2000 }
		);
	});

	it.each([
		...[
			'"',
			"'",
			'`',
			'(',
			'${',
			'/',
			'/*',
			'#',
			'\\',
			'vehicles/',
			'"/charge",',
			'.lock(',
			'a+"b"+'
		],
		...[
			'curl -d ',
			'vehicle.batch(["/vin",',
			'x = Vehicle ',
			'Method',
			'"/v2.0/vehicles/1/charge"\n',
			' ',
			'\n'
		],
		...[
			'getSignal("a")',
			'odometer-traveleddistance ',
			"f'{",
			'// ',
			'<!-- ',
			' + ',
			'Vehicle\n:',
			'#{'
		]
	])('is read to its end, though it repeats %j', (piece) => {
		const text = piece.repeat(Math.ceil(64_000 / piece.length));
		for (const name of ['a.ts', 'a.py', 'a.sh']) expect(read(name, text).cut).toEqual([]);
	});

	it('is left out where there are too many, and said to be', () => {
		const text = ' '.repeat(SOURCE_LIMITS.file);
		const files = Array.from({ length: 9 }, (_, at) => ({ name: `${at}.js`, text }));
		expect(readSource(files, officialCatalog).cut).toEqual(['8.js']);
		expect(read('a.js', `${text}x`).cut).toEqual(['a.js']);
		const { uses, more } = read('a.js', 'vehicle.odometer()\n'.repeat(SOURCE_LIMITS.places + 1));
		expect([uses.length, more]).toEqual([SOURCE_LIMITS.places, true]);
		const many = Array.from({ length: SOURCE_LIMITS.files + 1 }, (_, at) => ({
			name: `${at}`,
			text: 'x'
		}));
		expect(readSource(many, officialCatalog).cut).toEqual([`${SOURCE_LIMITS.files}`]);
	});
});

const callOf = ({ path, apiVersion }: CatalogItem, id: string) => {
	const [method = '', template = ''] = path.split(' ');
	const address = template
		.replace(/\{vehicleId\}|\{id\}/, id)
		.replace('{make}', 'tesla')
		.replace(/\{\w+\}/, 'some');
	return { method, address: `/${apiVersion === 'v3' ? 'v3' : 'v2.0'}${address}` };
};

/** What is called for its own sake, by an address of its own. */
const called = officialCatalog.items.filter(
	({ kind, path, permissions }) =>
		permissions.length > 0 && kind !== 'attribute' && !path.includes('/webhooks/')
);

describe('an item of the catalog', () => {
	const WRITTEN = {
		'a.ts': ({ method, address }: ReturnType<typeof callOf>) =>
			`await fetch(\`\${host}${address}\`, { method: '${method}' });`,
		'a.py': ({ method, address }: ReturnType<typeof callOf>) =>
			`requests.${method.toLowerCase()}(HOST + "${address}")`,
		'a.sh': ({ method, address }: ReturnType<typeof callOf>) =>
			`curl -X ${method} "$HOST${address}"`,
		'a.go': ({ method, address }: ReturnType<typeof callOf>) =>
			`http.NewRequest("${method}", host+"${address}", nil)`
	};

	it.each(Object.entries(WRITTEN))(
		'is found in %s by its path, and asks for what it needs',
		(name, write) => {
			for (const item of called) {
				const { uses } = read(name, write(callOf(item, '36ab')));
				const codes = uses.map(({ code }) => code);
				expect(codes).toContain(item.code);
				const needed = new Set(
					codes.flatMap((code) => officialCatalog.item(code)?.permissions ?? [])
				);
				expect([...needed]).toEqual(item.permissions);
			}
		}
	);
});
