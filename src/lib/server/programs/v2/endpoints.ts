export { permissions } from './permissions.ts';
export { user } from './user.ts';
export { vehicleItem } from './vehicle-item.ts';
export { vehicles } from './vehicles.ts';
