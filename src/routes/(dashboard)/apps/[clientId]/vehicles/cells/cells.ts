import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { isCapable, type Able } from '#lib/vehicles/call/capable.ts';
import { judgeCall, type CallFacts, type CallJudgement } from '#lib/vehicles/call/judge.ts';
import { askedError } from '#lib/vehicles/call/platform-errors.ts';

/** What a call would answer, as a mark. */
type Mark = 'granted' | 'left-out' | 'cannot' | 'failing';

export interface Cell {
	readonly mark: Mark;
	/** Status of the answer. */
	readonly status: number;
	/** Code of the error; null where it is granted. */
	readonly code: string | null;
}

/** What is the same for every item of a vehicle. */
export type Reach = Omit<CallFacts, 'permissions' | 'capable'>;

export function cellOf(
	reach: Reach,
	able: Able,
	item: Pick<CatalogItem, 'kind' | 'code' | 'permissions' | 'makes' | 'apiVersion'>
): Cell {
	const capable = isCapable(able, item);
	return markOf(judgeCall({ ...reach, permissions: item.permissions, capable }));
}

function markOf(judgement: CallJudgement): Cell {
	switch (judgement.kind) {
		case 'allowed':
			return { mark: 'granted', status: 200, code: null };
		case 'not-granted':
			return { mark: 'left-out', status: 403, code: 'PERMISSION' };
		case 'not-capable':
			return { mark: 'cannot', status: 501, code: 'VEHICLE_NOT_CAPABLE' };
		case 'billing':
			return { mark: 'failing', status: 430, code: judgement.code };
		case 'account':
			return { mark: 'failing', status: 400, code: judgement.code };
		case 'fault':
			return {
				mark: 'failing',
				status: askedError(faultOf(judgement)).status,
				code: faultOf(judgement)
			};
	}
}

function faultOf({ type, code }: { readonly type: string; readonly code: string }): string {
	return `${type}:${code}`;
}
