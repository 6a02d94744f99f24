import type { SignalCode } from './signals.ts';

/** Groups and names of the signals as the platform writes them in its answers. */
const NAMES = {
	Charge:
		'Amperage AmperageMax AmperageRequested ChargeLimits ChargePortStatusColor ChargeRate ChargeRecords ChargerPhases ChargeTimers ChargingConnectorType DetailedChargingStatus EnergyAdded FastChargerType IsCharging IsChargingCableConnected IsChargingCableLatched IsChargingPortFlapOpen IsFastChargerPresent TimeToComplete Voltage Wattage',
	Climate: 'ExternalTemperature InternalTemperature',
	Closure: 'Doors EngineCover FrontTrunk IsLocked RearTrunk Sunroof Tailgate Windows',
	ConnectivitySoftware: 'CurrentFirmwareVersion',
	ConnectivityStatus: 'IsAsleep IsDigitalKeyPaired IsOnline',
	Diagnostics:
		'ABS ActiveSafety Airbag BrakeFluid DriverAssistance DTCCount DTCList Emissions EVBatteryConditioning EVCharging EVDriveUnit EVHVBattery Lighting MIL OilLife OilPressure OilTemperature Telematics TirePressure TirePressureMonitoring Transmission WasherFluid WaterInFuel',
	HVAC: 'CabinTargetTemperature IsCabinHVACActive IsFrontDefrosterActive IsRearDefrosterActive IsSteeringHeaterActive',
	InternalCombustionEngine: 'AmountRemaining FuelLevel OilLife Range',
	Location: 'IsAtHome PreciseLocation',
	LowVoltageBattery: 'StateOfCharge Status',
	Motion: 'CurrentSpeed',
	Odometer: 'TraveledDistance',
	Service: 'IsInService Records',
	Surveillance: 'Brand IsEnabled',
	TractionBattery: 'IsHeaterActive MaxRangeChargeCounter NominalCapacity Range StateOfCharge',
	Transmission: 'DriveMode GearState',
	VehicleIdentification: 'ExteriorColor Nickname Packages Trim VIN',
	VehicleUserAccount: 'Permissions Role',
	Wheel: 'Style Tires'
} as const;

interface PlatformNames {
	readonly name: string;
	readonly group: string;
}

/** A code is group and name in small letters. */
const BY_CODE: ReadonlyMap<string, PlatformNames> = new Map(
	Object.entries(NAMES).flatMap(([group, names]) =>
		names.split(' ').map((name) => [`${group}-${name}`.toLowerCase(), { name, group }] as const)
	)
);

/** @throws {TypeError} for a signal that is not listed. */
export function platformNames(code: SignalCode): PlatformNames {
	const names = BY_CODE.get(code);
	if (!names) throw new TypeError(`${code} has no name in the answers of the platform`);
	return names;
}
