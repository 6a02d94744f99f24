export { inProject } from './launch/project.js';
