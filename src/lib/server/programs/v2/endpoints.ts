export { permissions } from './permissions.ts';
export { user } from './user.ts';
export { vehicles } from './vehicles.ts';
