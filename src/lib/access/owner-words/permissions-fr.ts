import type { PermissionTexts } from './permission-texts.ts';

export const FRENCH_PERMISSIONS: PermissionTexts = {
	read_alerts: { label: 'Alertes', text: 'Voir les alertes que votre véhicule affiche.' },
	read_battery: {
		label: 'Batterie',
		text: 'Voir le niveau de votre batterie et la distance que vous pouvez parcourir.'
	},
	read_charge: {
		label: 'État de la charge',
		text: 'Voir si votre véhicule est branché, s’il se recharge et à quelle vitesse.'
	},
	read_charge_events: {
		label: 'Messages de charge',
		text: 'Recevoir un message quand votre véhicule commence ou arrête de se recharger.'
	},
	read_charge_locations: {
		label: 'Lieux de charge',
		text: 'Voir où vous avez déjà rechargé et les réglages gardés pour chaque lieu.'
	},
	read_charge_records: {
		label: 'Charges passées',
		text: 'Voir quand et où vous avez déjà rechargé, et combien cela a coûté.'
	},
	read_climate: {
		label: 'Climatisation',
		text: 'Voir si le chauffage, le froid ou le dégivrage est en marche, et la température réglée.'
	},
	read_compass: { label: 'Boussole', text: 'Voir vers où votre véhicule est tourné.' },
	read_diagnostics: {
		label: 'Santé du véhicule',
		text: 'Voir si des pièces de votre véhicule signalent une panne.'
	},
	read_engine_oil: {
		label: 'Huile moteur',
		text: 'Voir combien de temps votre huile moteur va durer.'
	},
	read_extended_vehicle_info: {
		label: 'Plus sur votre véhicule',
		text: 'En voir plus sur votre véhicule, comme son équipement et la vitesse enclenchée.'
	},
	read_fuel: {
		label: 'Carburant',
		text: 'Voir combien de carburant il vous reste et jusqu’où vous pouvez aller.'
	},
	read_location: { label: 'Position', text: 'Voir où est votre véhicule sur la carte.' },
	read_odometer: {
		label: 'Kilométrage',
		text: 'Voir combien de kilomètres votre véhicule a faits en tout.'
	},
	read_security: {
		label: 'Serrures et portes',
		text: 'Voir si votre véhicule est fermé à clé et ce qui est ouvert.'
	},
	read_service_history: {
		label: 'Entretiens passés',
		text: 'Voir quand votre véhicule a été entretenu, ce qui a été fait et à quel prix.'
	},
	read_speedometer: { label: 'Vitesse', text: 'Voir à quelle vitesse roule votre véhicule.' },
	read_thermometer: {
		label: 'Température',
		text: 'Voir la température dans votre véhicule et dehors.'
	},
	read_tires: { label: 'Pneus', text: 'Voir combien d’air il y a dans vos pneus.' },
	read_user_profile: {
		label: 'Vos coordonnées',
		text: 'Voir l’adresse e-mail et le numéro de téléphone de votre compte véhicule.'
	},
	read_vehicle_info: {
		label: 'Marque, modèle et année',
		text: 'Voir la marque, le modèle et l’année de votre véhicule.'
	},
	read_vin: {
		label: 'Numéro d’identification (VIN)',
		text: 'Voir le numéro que seul votre véhicule porte.'
	},
	control_charge: {
		label: 'Commander la charge',
		text: 'Lancer et arrêter la charge, et changer comment et quand votre véhicule se recharge.'
	},
	control_climate: {
		label: 'Commander la climatisation',
		text: 'Allumer ou éteindre le chauffage, le froid ou le dégivrage, et régler la température.'
	},
	control_navigation: {
		label: 'Envoyer une destination',
		text: 'Envoyer une adresse au GPS de votre véhicule.'
	},
	control_pin: {
		label: 'Changer le code PIN',
		text: 'Créer ou supprimer le code que votre véhicule demande avant de rouler.'
	},
	control_security: {
		label: 'Fermer et ouvrir à clé',
		text: 'Fermer à clé et ouvrir votre véhicule.'
	},
	control_trunk: {
		label: 'Ouvrir le coffre',
		text: 'Ouvrir et fermer les coffres de votre véhicule.'
	}
};
