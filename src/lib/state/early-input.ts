type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Keeps what was pressed, chosen or typed before the script ran, since the framework then puts back
 * what the server sent. What the browser restores on a reload or on the way back is none of it.
 *
 * @returns what hands it to whoever listens by now.
 */
export function keepEarlyInput(): () => void {
	const kept = [...(globalThis.earlyInput ?? [])].map((control) => ({
		control,
		state: stateOf(control)
	}));
	globalThis.earlyInput = undefined;
	return () => {
		for (const { control, state } of kept) {
			if (stateOf(control) === state) continue;
			Object.assign(control, { [isBox(control) ? 'checked' : 'value']: state });
			for (const type of ['input', 'change']) {
				control.dispatchEvent(new Event(type, { bubbles: true }));
			}
		}
	};
}

function isBox(control: Control): control is HTMLInputElement {
	return control.type === 'checkbox' || control.type === 'radio';
}

function stateOf(control: Control): boolean | string {
	return isBox(control) ? control.checked : control.value;
}
