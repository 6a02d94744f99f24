import { portalPage } from '../portal-page.ts';

/** There for whoever looks for help, signed in or not. */
export const load = portalPage('/my/help', () => ({}));
