import { buildConnectUrl } from './build.ts';
import { CONNECT_PATHS, type ConnectParameters } from './parameters.ts';

/** Where the sandbox opens a Connect link, on the origin of the dashboard. */
export const SANDBOX_START = '/sandbox/start';

/** Redirect URI of the built-in sample client, below the origin of the dashboard. */
export const SAMPLE_CALLBACK = '/sandbox/callback';

/** What the browser SDK's own redirect page is on the live platform, below the same origin. */
export const SANDBOX_REDIRECT = '/sandbox/redirect';

/** The path that opens a link in the sandbox, as the sample client would. */
export function sandboxPath(parameters: ConnectParameters): string {
	return SANDBOX_START + new URL(buildConnectUrl(parameters)).search;
}

/** A live link and the two by which it is tried on this machine. */
export interface SandboxLink {
	/** The authorize URL here, for an app that is pointed at the sandbox. */
	readonly url: string;
	/** Opens it, with a `state` where the sample client waits at its end. */
	readonly startUrl: string;
}

/** @param origin of the dashboard */
export function sandboxLink(liveUrl: string, origin: string): SandboxLink {
	const { pathname, search } = new URL(liveUrl);
	const known = Object.values(CONNECT_PATHS).find((path) => path === pathname);
	return {
		url: `${origin}${known ?? CONNECT_PATHS.authorize}${search}`,
		startUrl: `${origin}${SANDBOX_START}${search}`
	};
}
