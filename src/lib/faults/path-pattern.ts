/** Whether a path is one that a pattern means: `*` stands for one part, whatever it is. */
export function fitsPath(pattern: string, path: string): boolean {
	const wanted = partsOf(pattern);
	const given = partsOf(path);
	return (
		wanted.length === given.length &&
		wanted.every((part, index) => part === ANY || part === given[index])
	);
}

/** Whether a pattern may mean paths of a route, in which `[name]` stands for what varies. */
export function mayFitRoute(pattern: string, route: string): boolean {
	const wanted = partsOf(pattern);
	const parts = partsOf(route);
	return (
		wanted.length === parts.length &&
		parts.every((part, index) => {
			const one = wanted[index];
			return one === ANY || isVaried(part) || one === part;
		})
	);
}

const ANY = '*';

const isVaried = (part: string) => part.startsWith('[');

/** The ids of vehicles are known in either case, and SDKs end a path with a slash. */
function partsOf(path: string): readonly string[] {
	return path.replace(/\/+$/, '').toLowerCase().split('/');
}
