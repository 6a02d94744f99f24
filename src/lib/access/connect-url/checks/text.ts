import type { LinkCheck } from './link.ts';

/** What the reader of the text found, before the values are judged. */
export const checkText: LinkCheck = ({ problems = [] }) => problems;
