import { readDay } from '../time-band.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ locals }) => ({
	day: await readDay(locals.context),
	developer: !locals.context.settings.isPublic
});
