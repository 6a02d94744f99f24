import { BATTERY_SIGNALS } from './battery.ts';
import { CHARGE_NOW_SIGNALS } from './charge-now.ts';
import { CHARGE_PLAN_SIGNALS } from './charge-plans.ts';
import { CHARGE_PLUG_SIGNALS } from './charge-plug.ts';
import { CLIMATE_SIGNALS } from './climate.ts';
import { CLOSURE_SIGNALS } from './closure.ts';
import { CONDITION_SIGNALS } from './condition.ts';
import { DIAGNOSTICS_SIGNALS } from './diagnostics.ts';
import { ENGINE_SIGNALS } from './engine.ts';
import { IDENTITY_SIGNALS } from './identity.ts';
import { MOTION_SIGNALS } from './motion.ts';
import type { Signal } from './signal.ts';

const ALL = {
	...BATTERY_SIGNALS,
	...CHARGE_NOW_SIGNALS,
	...CHARGE_PLAN_SIGNALS,
	...CHARGE_PLUG_SIGNALS,
	...CLIMATE_SIGNALS,
	...CLOSURE_SIGNALS,
	...CONDITION_SIGNALS,
	...DIAGNOSTICS_SIGNALS,
	...ENGINE_SIGNALS,
	...IDENTITY_SIGNALS,
	...MOTION_SIGNALS
};

export type SignalCode = keyof typeof ALL;

/** Every signal of the platform by its code. */
export const SIGNALS: Readonly<Record<SignalCode, Signal>> = ALL;

export function isSignalCode(code: string): code is SignalCode {
	return Object.hasOwn(ALL, code);
}
