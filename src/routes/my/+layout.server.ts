import type { LayoutServerLoad } from './$types.js';
import { frameOf } from './portal-page.ts';

export const load: LayoutServerLoad = (event) => frameOf(event);
