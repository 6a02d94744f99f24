export { startValetkey } from './valetkey.cjs';
export type { Seed, Valetkey, ValetkeyOptions } from './valetkey.cjs';
