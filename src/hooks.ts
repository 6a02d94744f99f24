import { routedPath } from '#lib/access/program-address.ts';
import type { Reroute } from '@sveltejs/kit';

export const reroute: Reroute = ({ url }) => routedPath(url.pathname);
