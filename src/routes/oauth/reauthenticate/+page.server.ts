import { openLink } from '../open-link.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => openLink(event, 'reauthenticate');
