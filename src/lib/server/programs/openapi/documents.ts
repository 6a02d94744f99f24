import type { Settings } from '../../settings.ts';
import { describeControl } from '../control/openapi.ts';
import { describeManagement } from '../management/openapi.ts';
import { describeV2 } from '../v2/openapi.ts';
import { describeV3 } from '../v3/openapi.ts';

/** What is described in OpenAPI, by the names of the files under `/openapi/`. */
export const API_DOCUMENTS = {
	'vehicle-v3': describeV3,
	'vehicle-v2': describeV2,
	management: describeManagement,
	control: describeControl
} as const satisfies Readonly<Record<string, (settings: Pick<Settings, 'origins'>) => object>>;

export type ApiName = keyof typeof API_DOCUMENTS;

export function isApiName(name: string): name is ApiName {
	return Object.hasOwn(API_DOCUMENTS, name);
}
