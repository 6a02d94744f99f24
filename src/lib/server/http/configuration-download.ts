import { CONFIGURATION_FILE_NAME, formatConfiguration } from '#lib/access/configuration.ts';
import type { LockedSelection } from '#lib/access/diff.ts';
import { answerJsonFile } from './json-file.ts';

/**
 * Answers with the file `vehicle-access.json`, to be saved. What is locked in has purposes of
 * permissions that are asked for alone, as the file shall have.
 */
export function downloadConfiguration({ selection, purposes }: LockedSelection): Response {
	return answerJsonFile(CONFIGURATION_FILE_NAME, formatConfiguration(selection, purposes));
}
