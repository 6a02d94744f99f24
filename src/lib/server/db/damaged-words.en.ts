import { storageWords } from '../storage-words.en.ts';

/** What the rows of a table are to people, where their JSON may be damaged. */
const SUBJECTS: Readonly<Record<string, string>> = {
	applications: 'The connection filter of an application',
	authorizations: 'What an app was given a code for',
	connect_sessions: 'A session of Connect',
	connections: 'A connection between an application and a vehicle',
	consents: 'What an owner consented to',
	drafts: 'The draft of an application',
	requests: 'A request that was kept',
	vehicle_lives: 'The state of a vehicle',
	webhook_attempts: 'An attempt to deliver an event',
	webhook_subscriptions: 'What a webhook watches a vehicle for',
	webhooks: 'A webhook'
};

/**
 * Names what is damaged to whoever needs it, and tells nothing that it holds.
 * @param column `table.column`
 */
export function damagedWords(column: string, row: string): string {
	const table = column.split('.')[0] ?? '';
	const subject = table === 'versions' ? versionOf(row) : SUBJECTS[table];
	if (subject === undefined) return storageWords.damaged;
	return `${subject} is damaged in the database and cannot be read; the log of the server says where. Nothing was changed. Put a backup in its place, or mend it.`;
}

/** @param row the id of the application and the number */
function versionOf(row: string): string {
	const [, number] = row.split(' ');
	return number === undefined ? 'A version of an application' : `Version ${number}`;
}
