/** How an answer is marked; one of 501 tells what a vehicle cannot, which is nobody's failure. */
export type Tone = 'well' | 'refused' | 'cannot' | 'failed';

/** @param status 0 where no answer was sent */
export function toneOf(status: number): Tone {
	if (status === 501) return 'cannot';
	if (status === 0 || status >= 500) return 'failed';
	return status >= 400 ? 'refused' : 'well';
}
