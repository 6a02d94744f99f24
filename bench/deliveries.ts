import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createApplication } from '../src/lib/server/applications/applications.ts';
import { ensureManagementToken } from '../src/lib/server/applications/management-token.ts';
import type { Context } from '../src/lib/server/context.ts';
import { Deliveries } from '../src/lib/server/webhooks/deliver.ts';
import { NO_FAULTS } from '../src/lib/server/webhooks/delivery-fault.ts';
import { newEventId, queueEvents } from '../src/lib/server/webhooks/outbox.ts';
import { createSender } from '../src/lib/server/webhooks/send.ts';
import { createWebhook, noteVerified } from '../src/lib/server/webhooks/webhooks.ts';
import { inProject } from '../server/project.ts';
import { openStorage } from '../tools/storage.ts';
import { lineStarting } from '../tools/temporary-server.ts';
import { median } from './figures.ts';
import { printFigure, printRatio } from './line.ts';
import { takeTurns } from './turns.ts';

const EVENTS = 4000;
const ROUNDS = 5;
/** Signals of a usual event; with them it has about 2.5 KB. */
const SIGNALS = 9;
const SILENT_EVENTS = 20_000;
const SILENT_SECONDS = 5;
/** Milliseconds after which what was written stands in the file itself. */
const WRITTEN_BACK = 1000;
const SOCKETS = 16;
const MIB = 2 ** 20;

/** What it costs to deliver events, and what one costs that nobody takes. */
export async function benchDeliveries(): Promise<void> {
	console.log('\nDeliveries of webhooks, to a receiver on this machine');
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-deliveries-'));
	const receiver = await startReceiver();
	const { engine, now } = await openStorage(join(folder, 'valetkey.db'));
	try {
		const webhookId = await makeWebhook(now(), `${receiver.origin}/`);
		await compare(now, webhookId, receiver.origin);
		await makeSilent(now, webhookId, receiver.origin);
	} finally {
		await engine.close();
		await receiver.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** What one round took. */
interface Taken {
	/** Milliseconds by the clock, and on the processors. */
	readonly time: number;
	readonly processor: number;
}

async function compare(now: () => Context, webhookId: string, origin: string): Promise<void> {
	const [ours = [], bare = []] = await takeTurns<Taken>(
		[
			async () => {
				await queue(now(), webhookId, EVENTS);
				return measure(() => deliverAll(now));
			},
			() => measure(() => postAll(`${origin}/`))
		],
		{ rounds: ROUNDS }
	);
	const perSecond = (taken: readonly Taken[]) =>
		EVENTS / (median(taken.map(({ time }) => time)) / 1000);
	const processor = (taken: readonly Taken[]) => median(taken.map((one) => one.processor)) / EVENTS;
	printFigure('deliveries a second, written down with both sides', perSecond(ours), '/s', {
		least: 1000
	});
	printFigure('  beside it: a bare client, the same bytes', perSecond(bare), '/s');
	const peer = { name: 'a bare client', value: processor(bare) };
	printRatio('processor time of a delivery', processor(ours), peer, 'ms');
	printFigure('  deliveries a second that a processor has time for', 1000 / processor(ours), '/s', {
		least: 1000
	});
}

async function measure(work: () => Promise<void>): Promise<Taken> {
	const before = process.cpuUsage();
	const began = performance.now();
	await work();
	const time = performance.now() - began;
	const { user, system } = process.cpuUsage(before);
	return { time, processor: (user + system) / 1000 };
}

async function deliverAll(now: () => Context): Promise<void> {
	const deliveries = new Deliveries({
		now,
		sender: createSender({ named: [] }),
		findFault: NO_FAULTS
	});
	deliveries.wake();
	await deliveries.idle();
	await deliveries.stop();
}

async function postAll(url: string): Promise<void> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: SOCKETS });
	const body = Buffer.from(JSON.stringify(bodyOf('bare')));
	let left = EVENTS;
	const work = async () => {
		while (left-- > 0) {
			await new Promise<void>((resolve, reject) => {
				const headers = { 'content-type': 'application/json', 'content-length': body.length };
				const request = http.request(url, { method: 'POST', agent, headers }, (answer) => {
					answer.resume().on('end', resolve);
				});
				request.on('error', reject).end(body);
			});
		}
	};
	await Promise.all(Array.from({ length: SOCKETS }, work));
	agent.destroy();
}

/** A receiver that never answers, with much to be told: what waits stays in the database. */
async function makeSilent(now: () => Context, webhookId: string, origin: string): Promise<void> {
	const silent = await makeWebhook(now(), `${origin}/silent`);
	await queue(now(), silent, SILENT_EVENTS);
	await setTimeout(WRITTEN_BACK);
	globalThis.gc?.();
	const before = process.memoryUsage().rss;
	const used = process.cpuUsage();
	const deliveries = new Deliveries({
		now,
		sender: createSender({ named: [] }),
		findFault: NO_FAULTS
	});
	const timer = setInterval(() => deliveries.wake(), 1000);
	let most = before;
	for (let second = 0; second < SILENT_SECONDS; second += 1) {
		deliveries.wake();
		await setTimeout(1000);
		most = Math.max(most, process.memoryUsage().rss);
	}
	clearInterval(timer);
	const { user, system } = process.cpuUsage(used);
	await deliveries.stop();
	const what = `memory more, ${SILENT_EVENTS.toLocaleString('en')} events for one that never answers`;
	printFigure(what, (most - before) / MIB, 'MiB', { most: 64 });
	const share = (user + system) / 1000 / (SILENT_SECONDS * 10);
	printFigure('  processor time meanwhile', share, '%', { most: 5 });
	await queue(now(), webhookId, 1);
}

async function makeWebhook(context: Context, callbackUri: string): Promise<string> {
	const made = await createApplication(context, { name: 'Deliveries' });
	if (!made.ok) throw new TypeError(made.kind);
	const { clientId } = made;
	await context.write((transaction) => ensureManagementToken(transaction, clientId));
	const codes = { triggers: ['closure-islocked'], signals: ['closure-islocked'] };
	const wanted = { name: 'Home', callbackUri, errorUri: null, ...codes, autoSubscribe: false };
	const webhook = await createWebhook(context, clientId, wanted);
	if (!webhook.ok) throw new TypeError(webhook.kind);
	await noteVerified(context, webhook.webhook);
	return webhook.webhook.id;
}

async function queue(context: Context, webhookId: string, count: number): Promise<void> {
	await context.write((transaction) =>
		queueEvents(
			transaction,
			Array.from({ length: count }, () => ({
				...{ webhookId, vehicleId: null, happenedAt: transaction.now },
				body: bodyOf(webhookId)
			}))
		)
	);
}

function bodyOf(webhookId: string) {
	const signal = {
		...{ code: 'tractionbattery-stateofcharge', name: 'StateOfCharge', group: 'TractionBattery' },
		body: { value: 80, unit: 'percent' },
		meta: { oemUpdatedAt: 1_780_222_506_000, retrievedAt: 1_780_222_662_364 },
		status: { value: 'SUCCESS' }
	};
	const signals = Array.from({ length: SIGNALS }, () => signal);
	const eventType = 'VEHICLE_STATE' as const;
	const meta = { version: '4.0', webhookId, webhookName: 'Home', signalCount: SIGNALS };
	return { eventId: newEventId(), eventType, data: { signals }, meta };
}

async function startReceiver() {
	const program = inProject('bench/peers/webhook-receiver.ts');
	const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
	const line = await lineStarting('receiver ', child);
	return {
		origin: line.slice('receiver '.length).trim(),
		async stop() {
			const exited = once(child, 'exit');
			child.kill('SIGTERM');
			await exited;
		}
	};
}
