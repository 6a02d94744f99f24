export { authorize } from './authorize.ts';
