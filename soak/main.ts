import { fuzzHeadersSoak } from './fuzz-headers.ts';
import { killBackupsSoak } from './kill-backups.ts';
import { killExchangesSoak } from './kill-exchanges.ts';
import { killNodesSoak } from './kill-nodes.ts';
import { killPublishersSoak } from './kill-publishers.ts';
import { killRevocationsSoak } from './kill-revocations.ts';
import { killWebhooksSoak } from './kill-webhooks.ts';
import { losePostgresSoak } from './lose-postgres.ts';
import type { Soak } from './soak.ts';

// `npm run soak` runs all of them, `npm run soak -- kill-publishers` those that are named.
const SOAKS: readonly Soak[] = [
	killPublishersSoak,
	killExchangesSoak,
	killBackupsSoak,
	killNodesSoak,
	killRevocationsSoak,
	killWebhooksSoak,
	losePostgresSoak,
	fuzzHeadersSoak
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SOAKS.some((soak) => soak.name === name));
if (unknown.length > 0) {
	console.error(
		`There is no soak ${unknown.join(', ')}. Write one of ${SOAKS.map(({ name }) => name).join(', ')}.`
	);
	process.exit(1);
}

for (const soak of SOAKS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
	const faults = await report(soak);
	if (faults > 0) process.exitCode = 1;
}

/** Prints one line for the soak, and one for each fault; returns how many there are. */
async function report({ name, run }: Soak): Promise<number> {
	const began = performance.now();
	const { figures, faults } = await outcomeOf(run);
	const seconds = Math.round((performance.now() - began) / 1000);
	const verdict = faults.length === 0 ? 'held' : 'FAULTY';
	console.log(`${name}: ${verdict}; ${[...figures, `${seconds} s`].join(', ')}`);
	for (const fault of faults) console.log(`  ${fault}`);
	return faults.length;
}

/** A soak that stops before its end has a fault too. */
async function outcomeOf(run: Soak['run']): ReturnType<Soak['run']> {
	try {
		return await run();
	} catch (error) {
		const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return { figures: [], faults: [fault] };
	}
}
