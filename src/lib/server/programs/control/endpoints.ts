export { authorize } from './authorize.ts';
export { seed } from './seed.ts';
