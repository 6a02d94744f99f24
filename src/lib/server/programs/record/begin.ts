import type { Context } from '../../context.ts';
import { scheduleRequests } from '../../recorder/schedule.ts';
import type { Stages } from '../pipeline.ts';
import { takePart } from '../standing-stages.ts';
import { RECORDING } from './stage.ts';

/**
 * Begins to take note of requests.
 *
 * @param now makes the context of one flush
 */
export function beginRecording(now: () => Context): {
	readonly stages: Stages;
	/** Writes what still waits. */
	readonly stop: () => Promise<void>;
} {
	takePart(now(), RECORDING);
	return { stages: RECORDING, stop: scheduleRequests(now) };
}
