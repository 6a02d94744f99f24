/** The call that an argument is handed to. */
export interface Enclosing {
	/** Name of what is called, and of what it is called on. */
	readonly name: string;
	readonly on: string;
	/** Where its arguments begin. */
	readonly start: number;
}

/** Signs that are looked through for the bracket in front. */
const FARTHEST = 600;

/** The innermost call whose brackets are open at a place of a program without its strings. */
export function enclosingCall(code: string, place: number): Enclosing | null {
	const first = Math.max(0, place - FARTHEST);
	let depth = 0;
	for (let at = place - 1; at >= first; at -= 1) {
		const sign = code.charAt(at);
		if (sign === ')' || sign === ']' || sign === '}') depth += 1;
		else if (sign === '[' || sign === '{' || sign === '(') {
			if (depth > 0) depth -= 1;
			else if (sign === '(') {
				const call = callBefore(code, at);
				// A bracket around a value.
				if (call.name !== '') return { ...call, start: at + 1 };
			}
		} else if (sign === ';' && depth === 0) return null;
	}
	return null;
}

/** What is called by the bracket at a place. */
export function callBefore(code: string, bracket: number): Pick<Enclosing, 'name' | 'on'> {
	const before = code.slice(Math.max(0, bracket - 120), bracket);
	const [, on = '', name = ''] =
		/(?:([\w$@]{1,60})(?:\[[^[\]\n]{0,20}\]|\(\))?[!?]{0,2}\s{0,40}(?:\.|::|->))?\s{0,4}([\w$]{1,60})[!?]?\s{0,4}$/.exec(
			before
		) ?? [];
	return { name, on };
}
