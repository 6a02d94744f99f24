import { parseConfiguration, type ConfigurationResult } from '#lib/access/configuration.ts';
import { parseJson } from './body.ts';
import * as words from './words.en.ts';

/** Some editors begin a file with it; JSON does not allow it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Reads the text of a `vehicle-access.json`, pasted or uploaded. Never throws. */
export function readConfigurationText(text: string): ConfigurationResult {
	const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
	if (body.trim() === '') {
		return {
			ok: false,
			problems: [{ path: '', message: words.noConfiguration }]
		};
	}
	const json = parseJson(body);
	return json.ok ? parseConfiguration(json.value) : json;
}
