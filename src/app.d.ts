declare global {
	namespace App {
		interface Error {
			message: string;
			/** Names one request in the log. */
			requestId?: string;
		}
		interface Locals {
			/** Who acts. Without sign-in it is always the local operator. */
			actor: { readonly id: string; readonly name: string };
			requestId: string;
		}
	}
}

export {};
