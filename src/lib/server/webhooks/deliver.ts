import { ANSWER_WITHIN } from '#lib/webhooks/attempts.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context, Transaction } from '../context.ts';
import { log } from '../log.ts';
import { attempt, type AttemptMade } from './attempt.ts';
import type { FindDeliveryFault } from './delivery-fault.ts';
import { hasStill } from './has-still.ts';
import { Lanes } from './lanes.ts';
import type { Sender } from './send.ts';
import { settle, type Settled } from './settle.ts';
import { isAnyDue, LEASE, takeEvents, type TakenEvent } from './take.ts';
import { tellDelay } from '../tell-delay.ts';

/** Events that are in hand at most, whoever they are for: each may have 50 KB. */
const IN_HAND = 256;
/** Milliseconds of its lease that an event must have left to be sent. */
const NEEDED = ANSWER_WITHIN + 10_000;
/** Milliseconds after which an event that waited for its turn is looked at again before it is sent. */
const FRESH = 500;
/** Milliseconds within which what became of events is written down together, while others are under way. */
const TOGETHER = 10;
/** Milliseconds that what is under way has left once this server stops. */
const PATIENCE = 1000;

interface DeliveryOptions {
	/** Makes the context of one step. */
	readonly now: () => Context;
	readonly sender: Sender;
	readonly findFault: FindDeliveryFault;
}

/**
 * Sends what is due, as much at a time as receivers take, and writes down what became of it. Other
 * servers do the same: each event is one server's until its lease is over. One that took an event and
 * did not come to say what became of it has it sent again.
 */
export class Deliveries {
	readonly #options: DeliveryOptions;
	readonly #lanes = new Lanes();
	#settled: Settled[] = [];
	#round: Promise<void> | null = null;
	#again = false;
	#isStopping = false;

	constructor(options: DeliveryOptions) {
		this.#options = options;
	}

	/** Looks for what is due. */
	wake(): void {
		this.#again = true;
		this.#round ??= this.#rounds().then((isDone) => {
			this.#round = null;
			// Somebody may have come the moment before.
			if (isDone && this.#again) this.wake();
		});
	}

	/** Resolves once nothing is due and nothing is under way. */
	async idle(): Promise<void> {
		while (this.#round !== null || this.#lanes.inHand > 0) {
			await (this.#round ?? new Promise((resolve) => setTimeout(resolve, 5)));
		}
	}

	/** Takes no more, waits a moment for what is under way, and gives back the rest. */
	async stop(): Promise<void> {
		this.#isStopping = true;
		await this.#round;
		const patience = setTimeout(() => this.#options.sender.close(), PATIENCE);
		await this.idle();
		clearTimeout(patience);
		this.#options.sender.close();
		await this.#rounds();
	}

	/** @returns false where it failed: what could not be written waits until somebody wakes it again */
	async #rounds(): Promise<boolean> {
		do {
			this.#again = false;
			try {
				await this.#step();
			} catch (error) {
				tellDelay(error, 'webhooks wait');
				return false;
			}
			if (this.#lanes.inHand > 0 && !this.#isStopping) await pause(TOGETHER);
		} while (this.#again);
		return true;
	}

	/** Writes down what became of some, and takes others, in one commit. */
	async #step(): Promise<void> {
		const context = this.#options.now();
		const settled = this.#settled;
		const mayTake = !this.#isStopping && this.#lanes.inHand < IN_HAND;
		// Most looks find nothing, and take no lock.
		const wants = mayTake && (await context.read(isAnyDue));
		if (settled.length === 0 && !wants) return;
		this.#settled = [];
		const most = wants ? IN_HAND - this.#lanes.inHand : 0;
		const { findFault } = this.#options;
		const room = (uri: string) => this.#lanes.room(uri);
		try {
			const { taken, clock } = await context.note(async (transaction) => {
				await settle(transaction, settled);
				const taken = most > 0 ? await takeEvents(transaction, { room, most, findFault }) : [];
				return { taken, clock: clockOf(transaction) };
			});
			for (const event of taken) this.#send(event, clock);
			if (taken.length > 0) this.#again = true;
		} catch (error) {
			this.#settled = [...settled, ...this.#settled];
			throw error;
		}
	}

	#send(event: TakenEvent, clock: Clock): void {
		this.#lanes.add(event.uri, async () => {
			const settled = (await this.#isMine(event))
				? await this.#attempted(event, clock)
				: givenBack(event);
			this.#settled.push(settled);
			this.wake();
			return settled.attempts.some(({ sent }) => sent.status !== null);
		});
	}

	async #isMine(event: TakenEvent): Promise<boolean> {
		const context = this.#options.now();
		const left = event.leasedUntil - context.machineNow;
		if (left <= NEEDED || this.#isStopping) return false;
		if (LEASE - left < FRESH) return true;
		try {
			return await context.read((transaction) => hasStill(transaction, event));
		} catch (error) {
			tellDelay(error, 'webhooks wait');
			return false;
		}
	}

	async #attempted(event: TakenEvent, clock: Clock): Promise<Settled> {
		try {
			const attempts = await this.#attempts(event, clock);
			if (attempts.some(({ error }) => error === 'stopped')) return givenBack(event);
			const isDelivered = attempts.some(({ error }) => error === null);
			return { event, attempts, outcome: isDelivered ? 'delivered' : 'failed' };
		} catch (error) {
			log.error({ err: error, event: event.id }, 'an event of a webhook cannot be sent');
			return { event, attempts: [], outcome: 'failed' };
		}
	}

	#attempts(event: TakenEvent, clock: Clock): Promise<AttemptMade[]> {
		const { sender, now } = this.#options;
		const { plan } = event;
		const machineAt = now().machineNow;
		const at = clock.frozen ? clock.now : machineAt + clock.offset;
		const copies = Array.from({ length: plan?.copies ?? 1 }, () =>
			attempt(event, { at, machineAt }, { sender, plan })
		);
		return Promise.all(copies);
	}
}

function givenBack(event: TakenEvent): Settled {
	return { event, attempts: [], outcome: 'back' };
}

/** What the rehearsal's clock showed as events were taken. */
interface Clock {
	readonly now: number;
	readonly offset: number;
	readonly frozen: boolean;
}

function clockOf({ now, machineNow, frozen }: Transaction): Clock {
	return { now, offset: now - machineNow, frozen };
}
