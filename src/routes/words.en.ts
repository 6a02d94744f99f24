export const offline =
	'You are offline. Changes stay in this window and are saved when the connection is back.';
export const tryAgain = 'Try again';
