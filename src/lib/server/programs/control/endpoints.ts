export { authorize } from './authorize.ts';
export { readingClock, settingClock } from './clock.ts';
export { beginningRecording, readingRecording } from './recording.ts';
export { listingFaults, removingFaults, replacingFaults } from './faults.ts';
export { listingRequests } from './requests.ts';
export { seed } from './seed.ts';
export { openapi } from './openapi.ts';
export {
	addingVehicle,
	deletingVehicle,
	listingVehicles,
	readingVehicle,
	vehicleEvent
} from './vehicles.ts';
export { wipe } from './wipe.ts';
export { listingDeliveries } from './deliveries.ts';
export {
	addingWebhook,
	deletingWebhook,
	listingWebhooks,
	subscribingVehicle,
	switchingWebhook,
	testingWebhook,
	unsubscribingVehicle
} from './webhooks.ts';
