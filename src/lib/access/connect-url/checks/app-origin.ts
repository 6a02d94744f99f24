import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

export const checkAppOrigin: LinkCheck = ({ parameters }) =>
	parameters.appOrigin === undefined || parameters.responseType === 'none'
		? []
		: [findingAbout('appOrigin', parameters)('note', { code: 'app-origin-ignored' })];
