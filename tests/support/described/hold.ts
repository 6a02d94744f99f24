import { dialectOf, routedPath } from '#lib/access/program-address.ts';
import { faultOfAnswer, type DescribedApi } from './described-api.ts';

interface Answered {
	readonly method: string;
	/** As it was asked for. */
	readonly pathname: string;
	readonly status: number;
	readonly text: string;
}

/** Loaded when it is asked first: most tests ask none, or one. */
async function apiAt(pathname: string): Promise<DescribedApi | null> {
	switch (dialectOf(pathname)) {
		case 'v2':
			return (await import('./vehicle-apis.ts')).v2;
		case 'v3':
			return (await import('./vehicle-apis.ts')).v3;
		case 'control':
			return (await import('./control-api.ts')).control;
		default:
			return null;
	}
}

/** What is wrong with an answer by what its API says of itself; null where nothing is. */
export async function hold({ pathname, ...answer }: Answered): Promise<string | null> {
	const api = await apiAt(pathname);
	if (!api) return null;
	const path = decodeURI(routedPath(pathname)).replace(/\/$/, '');
	return faultOfAnswer(api, { ...answer, path });
}
