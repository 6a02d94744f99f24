import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { answerOf } from '#lib/vehicles/call/answer.ts';
import { isCapable, type Able } from '#lib/vehicles/call/capable.ts';
import { judgeCall, type CallFacts } from '#lib/vehicles/call/judge.ts';
import { askedError } from '#lib/vehicles/call/platform-errors.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import * as words from './words.en.ts';

/** What a call would answer, as a mark. */
export type MarkName = 'granted' | 'left-out' | 'cannot' | 'not-now' | 'no-value' | 'failing';

export interface Cell {
	readonly mark: MarkName;
	/** Status of the answer. */
	readonly status: number;
	/** Code of the error; null where a value is told or a command obeyed. */
	readonly code: string | null;
	/** In words, where more is known than the mark says. */
	readonly why: string | null;
}

/** What is the same for every item of a vehicle. */
export type Reach = Omit<CallFacts, 'permissions' | 'capable'>;

/** A vehicle that has lived up to now. */
type Called = Able & { readonly life: Vehicle };

/** What a call for an item would answer now, judged as the API judges it. */
export function cellOf(
	reach: Reach,
	vehicle: Called,
	item: Pick<CatalogItem, 'kind' | 'code' | 'permissions' | 'makes' | 'apiVersion'>
): Cell {
	const capable = isCapable(vehicle, item);
	const judgement = judgeCall({ ...reach, permissions: item.permissions, capable });
	switch (judgement.kind) {
		case 'allowed':
			return cellOfAnswer(vehicle, item);
		case 'not-granted':
			return marked('left-out', 403, 'PERMISSION');
		case 'not-capable':
			return marked('cannot', 501, 'VEHICLE_NOT_CAPABLE');
		case 'billing':
			return failing(430, judgement.code);
		case 'account':
			return failing(400, judgement.code);
		case 'fault': {
			const { type, code } = judgement;
			const { status } = askedError(`${type}:${code}`);
			return failing(status, code === '' ? type : code);
		}
	}
}

function cellOfAnswer({ life }: Called, item: Pick<CatalogItem, 'code' | 'apiVersion'>): Cell {
	const { status, error } = answerOf(life, item);
	if (error === null) return marked('granted', status, null);
	const [type = '', code = type] = error.split(':');
	const why = words.REASONS[code] ?? null;
	if (status === 200) return { mark: 'no-value', status, code, why };
	if (type === 'COMPATIBILITY') return marked('cannot', status, code);
	return { mark: 'not-now', status, code, why };
}

function marked(mark: MarkName, status: number, code: string | null): Cell {
	return { mark, status, code, why: null };
}

function failing(status: number, code: string): Cell {
	return { mark: 'failing', status, code, why: words.REASONS[code] ?? null };
}
