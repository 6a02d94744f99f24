// @ts-check
/** Milliseconds between two looks whether the starter is still there. */
const INTERVAL = 100;

/**
 * Calls back once when whoever the server is to end with is gone: the process that `STARTED_BY` names, or
 * the npm that ran the script. That hands SIGTERM and SIGINT on, but not SIGHUP, and nothing when it is
 * killed: what it started would go on without it.
 *
 * @param {() => void} callback
 * @returns {() => void} stops watching
 */
export function onStarterGone(callback) {
	const named = Number(process.env.STARTED_BY ?? NaN);
	const byNpm = process.env.npm_lifecycle_event !== undefined;
	if (Number.isNaN(named) && !byNpm) return () => {};
	const parent = process.ppid;
	const timer = setInterval(() => {
		// An orphan is given another parent.
		const isOrphan = process.ppid !== parent && (byNpm || named === parent);
		if (!isOrphan && (Number.isNaN(named) || isThere(named))) return;
		clearInterval(timer);
		callback();
	}, INTERVAL);
	return () => clearInterval(timer);
}

/** @param {number} pid */
function isThere(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Who may not ask is told so; who asks for none is told that.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
