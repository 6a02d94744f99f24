import { buildConnectUrl } from '../build.ts';
import type { LinkCheck } from './link.ts';

/** Longest link that every server and messenger on the way lets through. */
export const MAX_URL_LENGTH = 8192;

export const checkLength: LinkCheck = ({ parameters }) => {
	const { length } = buildConnectUrl(parameters);
	if (length <= MAX_URL_LENGTH) return [];
	return [{ parameter: null, severity: 'error', code: 'link-too-long', length }];
};
