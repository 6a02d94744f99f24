import { pathToFileURL } from 'node:url';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import {
	putInPlace,
	putIntoModule,
	type Catalogs,
	type Messages,
	type Parts
} from './put-in-place.ts';

const CATALOG = /(^|\/)words\.[a-z]{2}\.ts$/;

/** What may say something: a component or a module, and no catalog itself. */
const SAYS = /(\.svelte|(?<!\.[a-z]{2})\.ts)$/;

/**
 * Writes the texts of a catalog into the components that say them, so that a page carries its words
 * where it carries its markup, in one language, and no catalog beside them. In development and in
 * tests the same components import the catalog as any other module.
 */
export function wordsInPlace(): Plugin {
	return {
		name: 'words-in-place',
		apply: 'build',
		enforce: 'pre',
		async transform(code, id) {
			if (!SAYS.test(id)) return null;
			const catalogs = await loadCatalogs(code, dirname(id));
			if (catalogs.size === 0) return null;
			const put = id.endsWith('.svelte') ? putInPlace : putIntoModule;
			return { code: put(code, catalogs), map: null };
		}
	};
}

/** The catalogs that a file imports whole, by the name that it gives them. */
async function loadCatalogs(code: string, folder: string): Promise<Catalogs> {
	const imports = code.matchAll(/import \* as (\w+) from '([^']+)'/g);
	const found = [...imports].filter(([, , specifier = '']) => CATALOG.test(specifier));
	return new Map(
		await Promise.all(
			found.map(async ([, name = '', specifier = '']) => {
				const file = specifier.startsWith('#lib/')
					? resolve('src/lib', specifier.slice('#lib/'.length))
					: resolve(folder, specifier);
				const module: unknown = await import(pathToFileURL(file).href);
				if (typeof module !== 'object' || module === null) throw new TypeError(`${file} is empty.`);
				return [name, messagesOf(module)] as const;
			})
		)
	);
}

/** Stand for values while a message is asked what it is made of; no text holds them. */
const PLACE = /[\uE000-\uE0FF]/;

type AnyFunction = (...values: never[]) => unknown;

const isFunction = (value: unknown): value is AnyFunction => typeof value === 'function';

/** Everything in a catalog that says the same whatever the values are, but for the values. */
function messagesOf(module: object): Messages {
	return new Map(
		Object.entries(module).flatMap(([name, message]: [string, unknown]) => {
			if (typeof message === 'string') return [[name, [message]]];
			const parts = isFunction(message) ? partsOf(message) : null;
			return parts ? [[name, parts]] : [];
		})
	);
}

/**
 * @returns text and numbers of parameters in turn, for a function that is one template with each of
 * its parameters in it once, as `(name) => \`All of ${name}\``; null for any other
 */
export function partsOf(message: AnyFunction): Parts | null {
	const [, names = '', template = ''] =
		SIMPLE.exec(Function.prototype.toString.call(message)) ?? [];
	const parameters = names.split(',').map((name) => name.trim());
	const used = [...template.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
	if (template === '' || used.toSorted().join() !== parameters.toSorted().join()) return null;
	const places = parameters.map((_, index) => String.fromCharCode(0xe000 + index));
	const text = String(Reflect.apply(message, undefined, places));
	return text.split(/([\uE000-\uE0FF])/).flatMap((part): Parts => {
		if (part === '') return [];
		return PLACE.test(part) ? [part.charCodeAt(0) - 0xe000] : [part];
	});
}

const SIMPLE = /^\(([\w\s,]*)\)\s*=>\s*`((?:[^`\\$]|\\.|\$\{\w+\})+)`$/;
