import { resolve } from '$app/paths';

type Band = NonNullable<App.PageData['band']>;

/** What there is to say of the rehearsal's time by now; undefined where that is not known. */
export async function readBand(): Promise<Band | null | undefined> {
	const answer = await fetch(resolve('/(dashboard)/clock/band.json')).catch(() => null);
	if (!answer?.ok) return undefined;
	const said: unknown = await answer.json();
	return isBand(said) ? said : undefined;
}

/** Our own answer; what stands before us may give another. */
function isBand(said: unknown): said is Band | null {
	return said === null || (typeof said === 'object' && 'title' in said && 'rest' in said);
}
