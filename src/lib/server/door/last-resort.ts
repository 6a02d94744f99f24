import { log } from '../log.ts';

/**
 * Logs what nothing caught, and keeps serving. What is stored changes in whole transactions only,
 * so that a request which broke off leaves nothing half done; ending the process would cost
 * everybody else theirs.
 */
export function surviveFaults(events: NodeJS.EventEmitter = process): void {
	events.on('uncaughtException', (error: unknown) => {
		log.error({ err: error }, 'nothing caught this');
	});
	events.on('unhandledRejection', (reason: unknown) => {
		log.error({ err: reason }, 'nothing awaited this');
	});
}
