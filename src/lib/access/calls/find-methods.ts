import type { Catalog } from '../catalog/catalog.ts';
import { nearest } from '../nearest.ts';
import { callBefore } from './enclosing.ts';
import { HOLE } from './lex.ts';
import { foundCall, type FoundCall, type Source } from './source.ts';
import { CALLS, methodForm } from './v2-calls.ts';
import { isVehicleName, vehicleNames } from './vehicle-names.ts';

/** Names that much else has, so that it must be called on a vehicle. */
const COMMON = new Set(
	'attributes battery charge fuel getinfo getlocation info location lock odometer oil unlock vin'.split(
		' '
	)
);

const METHOD = /(?:\.|->|::)\s{0,40}(\w{3,40})([!?]?)[ \t]{0,20}(\(?)/g;

/** Where a program calls what an SDK of the platform offers. */
export function findMethods(source: Source, catalog: Catalog): readonly FoundCall[] {
	const { code, syntax, isAboutIt } = source;
	const vehicles = vehicleNames(code);
	return [...code.matchAll(METHOD)].flatMap((match): readonly FoundCall[] => {
		const { index, 0: whole, 1: method = '', 2: sign = '', 3: bracket = '' } = match;
		// A field of a model is written as such a call is.
		const mayBeBare = syntax.bareCalls && (isAboutIt || sign === '!');
		if (bracket === '' && !mayBeBare) return [];
		const form = methodForm(method);
		const known = KNOWN.get(form);
		if (known === undefined) return [];
		const at = index + whole.indexOf(method);
		const { on } = callBefore(code, at + method.length);
		const isVehicle = isVehicleName(on) || vehicles.has(on);
		const from = `.${method}${sign}${bracket === '' ? '' : '()'}`;
		if (known === 'vehicle') {
			const [item] = /smartcar/i.test(on) ? catalogItems(catalog, ['make']) : [];
			return item ? [foundCall({ at, from }, { kind: 'items', items: [item] })] : [];
		}
		// A bracket in front, as of `new Vehicle(…)`, is told apart by nothing.
		const mayBe = isAboutIt && (on === '' || !COMMON.has(form));
		if (!isVehicle && !mayBe) return [];
		if (known === 'signals') {
			return [foundCall({ at, from }, { kind: 'unclear', why: { kind: 'all-signals' } })];
		}
		if (known === 'signal') return signalCall(source, catalog, at, index + whole.length, from);
		const items = catalogItems(catalog, [known]);
		return [foundCall({ at, from }, { kind: 'items', items })];
	});
}

/** What the methods of all SDKs are for: code of an item, or what is read of API v3. */
const KNOWN: ReadonlyMap<string, string> = new Map([
	...CALLS.flatMap(({ endpoint, methods }) => methods.map((name) => [name, endpoint] as const)),
	['getvehicle', 'vehicle'],
	['getsignals', 'signals'],
	['getsignal', 'signal']
]);

function catalogItems(catalog: Catalog, codes: readonly string[]) {
	return codes.flatMap((code) => catalog.item(code) ?? []);
}

/** A code that stands there is found as such; here is told of every other. */
function signalCall(
	{ literals, code }: Source,
	catalog: Catalog,
	at: number,
	argument: number,
	from: string
): readonly FoundCall[] {
	const start = argument + (/^\s{0,80}/.exec(code.slice(argument, argument + 80))?.[0].length ?? 0);
	const literal = findLiteral(literals, argument, start);
	if (literal === null || literal.includes(HOLE)) {
		return [foundCall({ at, from }, { kind: 'unclear', why: { kind: 'open' } })];
	}
	if (catalog.item(literal.toLowerCase())?.kind === 'signal') return [];
	const signals = catalog.items.filter(({ kind }) => kind === 'signal');
	const meant = nearest(
		literal,
		signals.map((signal) => signal.code)
	);
	const shown = from.replace('()', `(${JSON.stringify(literal)})`);
	const why = { kind: 'no-such-signal', nearest: meant } as const;
	return [foundCall({ at, from: shown }, { kind: 'unclear', why })];
}

/** The string that begins behind a bracket; spaces and names of arguments may stand between. */
function findLiteral(literals: Source['literals'], from: number, to: number): string | null {
	let [low, high] = [0, literals.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((literals[middle]?.start ?? 0) < from) low = middle + 1;
		else high = middle;
	}
	const literal = literals[low];
	return literal && literal.start <= to ? literal.text : null;
}
