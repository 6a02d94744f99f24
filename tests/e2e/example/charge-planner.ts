import smartcar from 'smartcar';

const SCOPE = ['required:read_odometer', 'read_charge', 'control_charge'];

type Access = Awaited<ReturnType<InstanceType<typeof smartcar.AuthClient>['exchangeCode']>>;
type Vehicle = InstanceType<typeof smartcar.Vehicle>;

/** What came of a call: its answer, or what has to be done before it can be answered. */
export type Outcome<Answer> =
	| { readonly kind: 'done'; readonly answer: Answer }
	/** The owner opens the link of Connect, for the first time or again. */
	| { readonly kind: 'connect'; readonly link: string; readonly why: Why }
	/** The owner signs in to the brand again at this link; the tokens stay. */
	| { readonly kind: 'sign in'; readonly link: string };

/** Why the owner is asked, which is worth a sentence of its own to them. */
type Why =
	| 'not connected yet'
	/** Owner, platform or app ended the connection. */
	| 'access ended'
	/** The vehicle is connected, without a permission that the call needs. */
	| 'permission missing'
	/** Nobody asked for anything as long as a refresh token lives. */
	| 'tokens are over';

interface Settings {
	readonly clientId: string;
	readonly clientSecret: string;
	readonly redirectUri: string;
}

/**
 * An app with one owner and one vehicle, as it would run against the platform: that it talks to a
 * sandbox is said by the four `SMARTCAR_…_ORIGIN` of its environment, and nowhere here.
 */
export class ChargePlanner {
	readonly #client: InstanceType<typeof smartcar.AuthClient>;
	/** In an app with a database these two are a row of it. */
	#access: Access | null = null;
	#vehicleId = '';
	/** How often the tokens were renewed. */
	renewals = 0;

	constructor(settings: Settings) {
		this.#client = new smartcar.AuthClient({ ...settings, mode: 'simulated' });
	}

	/** Where the owner is sent to consent. */
	link(): string {
		return this.#client.getAuthUrl(SCOPE);
	}

	/** With the code that the owner came back with. */
	async connect(code: string): Promise<void> {
		this.#access = await this.#client.exchangeCode(code);
		const { vehicles } = await smartcar.getVehicles(this.#access.accessToken);
		this.#vehicleId = vehicles[0] ?? '';
	}

	readOdometer(): Promise<Outcome<number>> {
		return this.#call(async (vehicle) => Number((await vehicle.odometer()).distance));
	}

	readState(): Promise<Outcome<string>> {
		return this.#call(async (vehicle) => String((await vehicle.charge()).state));
	}

	startCharge(): Promise<Outcome<unknown>> {
		return this.#call((vehicle) => vehicle.startCharge());
	}

	/** The app gives the connection back. */
	disconnect(): Promise<Outcome<unknown>> {
		return this.#call((vehicle) => vehicle.disconnect());
	}

	/** Every call goes through here: one place knows of all that may have become of a consent. */
	async #call<Answer>(work: (vehicle: Vehicle) => Promise<Answer>): Promise<Outcome<Answer>> {
		if (!this.#access) return this.#askAgain('not connected yet');
		const once = (token: string) => work(new smartcar.Vehicle(this.#vehicleId, token));
		try {
			return { kind: 'done', answer: await once(this.#access.accessToken) };
		} catch (error) {
			const refusal = refusalIn(error);
			switch (refusal.type) {
				case 'CONNECTED_SERVICES_ACCOUNT':
					return { kind: 'sign in', link: refusal.resolution?.url ?? '' };
				case 'PERMISSION':
					// A refresh is of no use: only the owner can give what is missing.
					return this.#askAgain(
						(await this.#isConnected(this.#access)) ? 'permission missing' : 'access ended'
					);
				case 'AUTHENTICATION':
					if (!(await this.#renew(this.#access))) return this.#askAgain('tokens are over');
					return { kind: 'done', answer: await once(this.#access.accessToken) };
				default:
					throw error;
			}
		}
	}

	#askAgain(why: Why): Outcome<never> {
		return { kind: 'connect', link: this.link(), why };
	}

	/** The token stays good after a connection ended, and lists its vehicle no more. */
	async #isConnected({ accessToken }: Access): Promise<boolean> {
		const { vehicles } = await smartcar.getVehicles(accessToken);
		return vehicles.includes(this.#vehicleId);
	}

	/** @returns false where the tokens are over for good */
	async #renew({ refreshToken }: Access): Promise<boolean> {
		try {
			this.#access = await this.#client.exchangeRefreshToken(refreshToken);
			this.renewals += 1;
			return true;
		} catch (error) {
			if (refusalIn(error).statusCode !== 400) throw error;
			this.#access = null;
			return false;
		}
	}
}

interface Refusal {
	readonly message?: string;
	readonly type?: string;
	readonly statusCode?: number;
	readonly resolution?: { readonly url?: string };
}

/** What the SDK throws carries the fields of the answer. */
function refusalIn(error: unknown): Refusal {
	return error instanceof Error ? error : {};
}
