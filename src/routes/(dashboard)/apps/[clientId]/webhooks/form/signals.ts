import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { Selection } from '#lib/access/selection.ts';
import { isSignalCode } from '#lib/vehicles/signals/signals.ts';
import * as words from './words.en.ts';

/** A signal that a webhook may be told by, or tell. */
export interface SignalChoice {
	readonly code: string;
	readonly name: string;
	readonly triggers: boolean;
	readonly carried: boolean;
}

export interface SignalGroup {
	readonly name: string;
	readonly signals: readonly SignalChoice[];
	/** Shown from the start: it has what the application asks for, or what is chosen. */
	readonly isOpen: boolean;
}

interface Chosen {
	readonly triggers: readonly string[];
	readonly signals: readonly string[];
}

const ALL = officialCatalog.items.filter(
	({ kind, code }) => kind === 'signal' && isSignalCode(code)
);

/** First what the application asks for, then every other signal by its group. */
export function signalGroups(
	selection: Selection,
	{ triggers, signals }: Chosen
): readonly SignalGroup[] {
	const asked = new Set(selection.map(({ code }) => code));
	const choice = ({ code, name }: CatalogItem): SignalChoice => ({
		code,
		name,
		triggers: triggers.includes(code),
		carried: signals.includes(code)
	});
	const own = ALL.filter(({ code }) => asked.has(code)).map(choice);
	const others = Map.groupBy(
		ALL.filter(({ code }) => !asked.has(code)),
		({ group }) => group
	);
	return [
		...(own.length > 0 ? [{ name: words.ownSignals, signals: own, isOpen: true }] : []),
		...[...others].map(([name, items]) => {
			const choices = items.map(choice);
			const isOpen = choices.some((one) => one.triggers || one.carried);
			return { name, signals: choices, isOpen };
		})
	];
}

/** What a webhook is told by, and tells, where nobody chose: the signals that the application asks for. */
export function defaultCodes(selection: Selection): readonly string[] {
	return selection.map(({ code }) => code).filter(isSignalCode);
}
