import type { Handle } from '@sveltejs/kit';
import { logFault } from '../log-fault.ts';
import { unavailable } from '../programs/dialect.ts';

/** Says in one line why the storage cannot be opened, without which no page can be shown. */
export function waitForStorage(open: () => Promise<void>): Handle {
	return async ({ event, resolve }) => {
		try {
			await open();
		} catch (error) {
			const storage = logFault(error, '');
			if (!storage) throw error;
			const { message, ...init } = unavailable(storage);
			return new Response(message, init);
		}
		return resolve(event);
	};
}
