// @ts-check
export { startValetkey } from './valetkey.cjs';
