import { counted } from '#lib/access/language/english.ts';

export const scopeEmpty = 'The scope is empty';
export const copied = (scope: string) => `Copied ${scope}`;
export const mayNotCopy =
	'This page may not use the clipboard. Select the text and copy it by hand.';
export const madeHere = ', made here';
export const notSaved = (message: string) => `Not saved: ${message}`;
export const retry = 'Retry';
export const saving = 'Saving…';
/** In front of the next, for those who hear it. */
export const theDraft = 'Draft';
/** Followed by a time. */
export const isSaved = 'saved';
/** As wide as any, for the place of one that is not known yet. */
export const anyTime = '00:00';
export const sameAsVersion = (published: number) => `same as version ${published}`;
export const loading = 'Loading…';
export const currentDamaged = (number: number) =>
	`Version ${number}, the current one, is damaged in the database and cannot be read. Until a backup is put in its place nothing can be published, and pages show the application as if nothing were. The log of the server says what is damaged.`;
export const dialogFailed =
	'This did not come from the server. Your draft is kept. Close this and try again; if that does not help, reload the page.';
export const shareTheLink = 'Share the link';
export const reviewAndPublish = 'Review and publish';
export const publishVersion = (number: number) => `Publish version ${number}`;
export const selectionUnknown = 'The draft was not saved: the selection holds something unknown.';
export const purposesUnfit = 'The draft was not saved: a purpose cannot be kept as it is.';
export const changedMeanwhile = 'The draft was changed in the meantime; nothing was overwritten.';
export const application = 'Application';
/** Title of the window. */
export const titleOf = (page: string, application: string) => `${page} · ${application} · Valetkey`;
/** Followed by the id. */
export const nameWithId = (name: string) => `${name}, client id`;
/** In sight, and what else is read out. */
export const share = 'Share';
export const connectLink = 'Connect Link';
export const nothingToPublish = 'Nothing to publish';
export const publishChanges = (count: number) => `Publish ${countChanges(count)}…`;
export const countChanges = (count: number) => counted(count, { one: 'change', other: 'changes' });
/** Of the draft, before the first version. */
export const empty = 'empty';
export const changesNotPublished = (count: number) => `${countChanges(count)} not published yet`;
export const changesSince = (count: number, version: number) =>
	`${countChanges(count)} since version ${version}`;
/** For a menu: nothing of none, and no more than was counted. */
export const upTo = (number: number, most: number) =>
	number === 0 ? '' : number < most ? String(number) : `${most - 1}+`;
export const undo = 'Undo';
export const redo = 'Redo';
export const announceSaved = 'Saved';
export const saved = 'Saved.';
