// @ts-check
/** Milliseconds between two looks whether npm is still there. */
const INTERVAL = 100;

/**
 * Calls back once when the npm that ran the script is gone. It hands SIGTERM and SIGINT on, but not
 * SIGHUP, and nothing when it is killed: what it started would go on without it.
 *
 * @param {() => void} callback
 * @returns {() => void} stops watching
 */
export function onStarterGone(callback) {
	if (process.env.npm_lifecycle_event === undefined) return () => {};
	const starter = process.ppid;
	const timer = setInterval(() => {
		// An orphan is given another parent.
		if (process.ppid === starter) return;
		clearInterval(timer);
		callback();
	}, INTERVAL);
	return () => clearInterval(timer);
}
