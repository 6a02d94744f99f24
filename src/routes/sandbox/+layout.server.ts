import { readBand } from '../time-band.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ locals }) => ({
	band: await readBand(locals.context)
});
