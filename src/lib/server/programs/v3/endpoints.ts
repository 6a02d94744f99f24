export { application, applications } from './applications.ts';
export { connection, connections, endConnection, endUser } from './connections.ts';
export {
	closeChargePort,
	lock,
	openChargePort,
	setChargeLimit,
	setDestination,
	startCharge,
	stopCharge,
	unlock
} from './commands.ts';
export { removeSchedule, scheduleDaily, scheduleWeekly, scheduleWorkweek } from './schedules.ts';
export { signal } from './signal.ts';
export { signals } from './signals.ts';
export { vehicle } from './vehicle.ts';
export { openapi } from './openapi.ts';
export {
	beginSubscription,
	endSubscription,
	subscription,
	subscriptions
} from './subscriptions.ts';
export { webhook, webhooks } from './webhooks.ts';
