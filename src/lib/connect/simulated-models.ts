/** A model that a simulated vehicle of a brand is shown as. */
export interface SimulatedModel {
	readonly model: string;
	readonly year: number;
}

/** By brand key; the first is the one of most accounts. A simulated CHEVROLET is a Volt. */
const MODELS: Readonly<Record<string, readonly string[]>> = {
	ACURA: ['MDX', 'RDX'],
	ALFA_ROMEO: ['Giulia', 'Tonale'],
	AUDI: ['e-tron', 'A4'],
	BMW: ['i4', '330e'],
	BUICK: ['Enclave', 'Encore'],
	BYD: ['Atto 3', 'Seal'],
	CADILLAC: ['Lyriq', 'XT5'],
	CHEVROLET: ['Volt', 'Bolt'],
	CHRYSLER: ['Pacifica'],
	CITROEN: ['ë-C4', 'C3'],
	CUPRA: ['Born', 'Formentor'],
	DACIA: ['Spring', 'Duster'],
	DODGE: ['Durango'],
	DS: ['DS 3 E-Tense'],
	FIAT: ['500e', 'Panda'],
	FORD: ['Mustang Mach-E', 'F-150'],
	GMC: ['Sierra'],
	HONDA: ['Civic', 'CR-V'],
	HYUNDAI: ['Ioniq 5', 'Kona'],
	INFINITI: ['QX60'],
	JAGUAR: ['I-Pace', 'F-Pace'],
	JEEP: ['Wrangler 4xe'],
	KIA: ['EV6', 'Niro'],
	LAND_ROVER: ['Defender', 'Range Rover'],
	LEXUS: ['RX 450h'],
	LINCOLN: ['Aviator'],
	MAZDA: ['MX-30', 'CX-5'],
	MERCEDES_BENZ: ['EQB', 'C 300 e'],
	MG: ['MG4', 'ZS EV'],
	MINI: ['Cooper SE'],
	NISSAN: ['Leaf', 'Ariya'],
	OPEL: ['Corsa-e'],
	PEUGEOT: ['e-208'],
	POLESTAR: ['Polestar 2'],
	PORSCHE: ['Taycan', 'Macan'],
	RAM: ['1500'],
	RENAULT: ['Megane E-Tech', 'Zoe'],
	RIVIAN: ['R1T', 'R1S'],
	SEAT: ['Mii electric', 'Leon'],
	SKODA: ['Enyaq', 'Octavia'],
	SUBARU: ['Outback'],
	TESLA: ['Model 3', 'Model Y'],
	TOYOTA: ['RAV4 Prime', 'Prius'],
	VAUXHALL: ['Corsa Electric'],
	VOLKSWAGEN: ['ID.4', 'Golf'],
	VOLVO: ['XC40 Recharge', 'XC60']
};

const FIRST_YEAR = 2019;
/** Simulated vehicles are of so many model years. */
const YEARS = 5;

/** The n-th vehicle of an account at a brand, counted from zero. */
export function simulatedModel(make: string, index: number): SimulatedModel {
	const models = MODELS[make] ?? ['Model'];
	return {
		model: models[index % models.length] ?? 'Model',
		year: FIRST_YEAR + (index % YEARS)
	};
}

/** Every model that vehicles of a brand are shown as. */
export function modelsOf(make: string): readonly SimulatedModel[] {
	return (MODELS[make] ?? []).map((_, index) => simulatedModel(make, index));
}
