import type { PermissionName } from '#lib/access/permission.ts';
import type { ComparedConnection } from '#lib/server/connect/connections.ts';
import { csvLine } from '#lib/server/http/csv.ts';
import { askAgainPath } from './ask-again.ts';

/** How an owner is asked again for a vehicle, as the files tell it. */
interface AskAgainEntry {
	readonly vehicle: string;
	readonly vin: string;
	/** Name of the vehicle account. */
	readonly owner: string;
	/** The app's own ids of the owner, where its link named them. */
	readonly externalId: string | null;
	readonly user: string | null;
	readonly lacks: readonly PermissionName[];
	/** Opens Connect of the sandbox. */
	readonly link: string;
}

type Batches = AsyncIterable<readonly ComparedConnection[]>;

/** Where links begin, and whose they are. */
interface Application {
	readonly origin: string;
	readonly clientId: string;
}

function entryOf({ origin, clientId }: Application, connection: ComparedConnection): AskAgainEntry {
	const { vehicle, account, externalId, user, gap } = connection;
	return {
		vehicle: vehicle.name,
		vin: vehicle.vin,
		owner: account.username,
		externalId,
		user,
		lacks: (gap?.missing ?? []).map(({ name }) => name),
		link: origin + askAgainPath(clientId, connection)
	};
}

/** By which spreadsheets know the letters of a file: without it “Citroën” comes out as “CitroÃ«n”. */
const UTF_8 = '\uFEFF';

/** Of the file with columns, in the order of an entry's facts. */
const COLUMNS = ['vehicle', 'vin', 'owner', 'externalId', 'user', 'lacks', 'link'] as const;

export async function* csvParts(
	application: Application,
	batches: Batches
): AsyncGenerator<string> {
	yield UTF_8 + csvLine(COLUMNS);
	for await (const batch of batches) {
		const lines = batch.map((connection) => {
			const entry = entryOf(application, connection);
			return csvLine(
				COLUMNS.map((column) =>
					column === 'lacks' ? entry.lacks.join(' ') : (entry[column] ?? '')
				)
			);
		});
		yield lines.join('');
	}
}

export async function* jsonParts(
	application: Application,
	{ version, batches }: { readonly version: number | null; readonly batches: Batches }
): AsyncGenerator<string> {
	const { clientId } = application;
	yield `{\n\t"clientId": ${JSON.stringify(clientId)},\n\t"version": ${version},\n\t"connections": [`;
	let separator = '';
	for await (const batch of batches) {
		let part = '';
		for (const connection of batch) {
			part += `${separator}\n\t\t${JSON.stringify(entryOf(application, connection))}`;
			separator = ',';
		}
		yield part;
	}
	yield '\n\t]\n}\n';
}
