import type { LayoutServerLoad } from './$types.js';
import { frameOf } from './frame.ts';

export const load: LayoutServerLoad = async (event) => {
	const { name, place, step, language, words, token, canExit } = await frameOf(event);
	const { sandbox, sandboxText, sandboxTime, exit, endsSoon, moreTime } = words;
	return {
		asks: { name, place },
		step,
		language,
		/**
		 * Each page hands on the words that it shows and no others: the framework writes out all that a
		 * load returns, also where no script reads it.
		 */
		frame: { sandbox, sandboxText, sandboxTime, exit, endsSoon, moreTime },
		token,
		canExit
	};
};
