declare global {
	/** Controls used before the page's script ran, noted by app.html; see early-input.ts. */
	var earlyInput: Set<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement> | undefined;

	namespace App {
		interface Error {
			message: string;
			/** Names one request in the log. */
			requestId?: string;
			/** The answer's status, where the framework only knows 500. */
			status?: number;
			/** The sandbox's, where the page has no other way to know what time it is there. */
			clock?: {
				readonly now: number;
				readonly offsetMs: number;
				readonly frozen: boolean;
			};
			/** As for a page that is there. */
			last?: PageData['last'];
			/** Where to go on instead. */
			way?: { readonly label: string; readonly href: string };
			/** Of a page of Connect: who asks, and how an owner goes on from there. */
			connect?: {
				/** Of the owner. */
				readonly language: string;
				readonly asks: PageData['asks'];
				/** To the application, where it can be trusted. */
				readonly back: { readonly href: string; readonly place: string } | null;
				/** Of the application, for its developer. */
				readonly clientId: string | null;
			};
			/** Why a Connect link was refused before anything could redirect. */
			refusal?: {
				/** What to do about it, for the developer. */
				readonly advice: string;
				readonly uris: Extract<
					import('#lib/connect/authorize/page-refusal.ts').PageRefusal,
					{ readonly code: 'redirect-uri' }
				>['uris'];
			};
		}
		interface Locals {
			/** Who acts, when, and the way to the storage. */
			context: import('#lib/server/context.ts').Context;
			requestId: string;
			/** Who asks, as an address; what is counted of it is counted by this. */
			address: string;
			/** The address of ours that the request was sent to, where a page speaks of “this server”. */
			origin: string;
			/** Whether `Host` names this server; else {@link origin} is the canonical one. */
			isOwnName: boolean;
			/** Language of the page, where it is not English. */
			language?: string;
			/** Where forms of the page may lead besides ourselves, as a source of `form-action`. */
			formAction?: string;
			/** Whether the database could not do its work for now; the answer is then a 503. */
			isUnavailable?: boolean;
		}
		interface Platform {
			/** The request as it came over the connection; absent in development. */
			readonly req: import('node:http').IncomingMessage;
		}
		interface PageData {
			/** Of an owner's page. */
			language?: string;
			/** What an owner reads around a page of Connect, in their language. */
			frame?: Pick<
				import('#lib/access/owner-words/en.ts').OwnerWords,
				'sandbox' | 'sandboxText' | 'sandboxTime' | 'endsSoon' | 'moreTime'
			>;
			/** The owner of a session of Connect that goes on may leave it. */
			canExit?: boolean;
			/** The application that a page of Connect speaks for, and the place that it leads back to. */
			asks?: { readonly name: string; readonly place: string } | null;
			/** Where an owner stands in Connect, as it is written. */
			step?: { readonly step: number; readonly of: number; readonly text: string };
			/** The server runs on the machine of a developer. */
			developer?: boolean;
			/** What to say of the rehearsal's time; null while it is the machine's. */
			band?: {
				/** Milliseconds since 1970. */
				readonly now: number;
				/** Milliseconds by which it was ahead of the machine then. */
				readonly aheadMs: number;
				/** It stands still. */
				readonly frozen: boolean;
				/** The day, and what else there is to say of it. */
				readonly title: string;
				readonly rest: string;
			} | null;
			/** The same as an owner is told it: the day of the rehearsal in UTC, and whether time stands still. */
			day?: { readonly at: number; readonly frozen: boolean } | null;
			/** Parts of the page that the keyboard may skip to, by the ids of their elements. */
			skips?: readonly { readonly id: string; readonly label: string }[];
			/** Heading of an application's page. */
			title?: string;
			/** Some of the applications, for the menus of the dashboard. */
			applications?: import('#lib/server/applications/application-list.ts').ApplicationMenu;
			/** The application whose pages this browser was on last. */
			last?: { readonly clientId: string; readonly name: string } | null;
			/** Whether owners can be written to, and what is written is kept here to be read. */
			mail?: { readonly toOwners: boolean; readonly kept: boolean };
			/** What the pages of one application share. */
			application?: import('#lib/server/applications/applications.ts').Application;
			draft?: import('#lib/server/configurations/drafts.ts').Draft;
			published?: import('#lib/server/configurations/versions.ts').Version | null;
			/** How much there is on pages of the application, by their path; empty for nothing. */
			counted?: Readonly<Record<string, string>>;
			/** Number of draft changes that are not published. */
			draftChanges?: number;
		}
		interface PageState {
			/** A page of the application shown as a dialog over the current one. */
			dialog?: 'share' | 'publish';
			/** The form that adds a vehicle, over the fleet. */
			adding?: boolean;
		}
	}
}

export {};
