import type { PortalWords } from './en.ts';

/** What an owner reads in the portal, in French. */
export const FRENCH_PORTAL: PortalWords = {
	portalName: 'Accès à mon véhicule',
	skip: 'Aller au contenu',
	navApplications: 'Applications',
	navAccount: 'Compte',
	signOut: 'Se déconnecter',
	language: 'Langue',
	signInTitle: 'Se connecter',
	signInHeading: 'Voyez quelles applications accèdent à votre véhicule',
	signInLead: 'Et reprenez la clé quand vous voulez.',
	email: 'E-mail',
	emailHint:
		'N’importe laquelle de vos adresses convient, pas forcément celle de votre compte véhicule.',
	sendCode: 'Envoyer un code',
	factCode: 'Vous recevez un code de six chiffres. Il n’y a pas de mot de passe.',
	factBrowser: 'Le code vaut dix minutes, dans ce navigateur seulement.',
	addressMissing: 'E-mail est vide. Écrivez votre adresse, par exemple sam@example.org.',
	addressLong: 'Cette adresse e-mail dépasse {most} caractères. Écrivez-en une plus courte.',
	addressCharacter:
		'L’adresse e-mail contient {character}. Écrivez-la en lettres simples, de a à z, sur une ligne.',
	addressSeveral: 'E-mail prend une seule adresse. N’en écrivez qu’une.',
	addressNotAlone: 'Écrivez l’adresse e-mail seule, sans nom, parenthèses ni guillemets.',
	addressNoAt: 'Il manque le @ à l’adresse e-mail. Écrivez-la en entier, comme sam@example.org.',
	addressBeforeAt: 'L’adresse e-mail a une faute avant le @. Vérifiez cette partie.',
	addressAfterAt:
		'L’adresse e-mail a une faute après le @. Écrivez-la en entier, comme example.org.',
	waitAddress:
		'Un code est déjà parti à cette adresse. Vous pourrez en demander un autre dans {time}.',
	waitClient: 'Trop de codes ont été demandés ou étaient faux. Réessayez dans {time}.',
	seconds: { one: '{count} seconde', other: '{count} secondes' },
	minutes: { one: '{count} minute', other: '{count} minutes' },
	codeHeading: 'Écrivez le code',
	codeLead: 'Il part vers {address}. Il vaut jusqu’à {time}, dans ce navigateur.',
	codeOverLead: 'Celui que nous avons envoyé à {address} ne vaut plus.',
	code: 'Code',
	codeHint: 'Six chiffres. Vous pouvez les coller avec des espaces.',
	signIn: 'Se connecter',
	newCode: 'Envoyer un nouveau code',
	otherAddress: 'Prendre une autre adresse',
	outboxNote: 'Dans le bac à sable, aucun e-mail ne quitte cet ordinateur.',
	outboxLink: 'Ouvrir la boîte d’envoi',
	codeMalformed: 'Ce n’est pas un code. Écrivez-le comme dans l’e-mail.',
	codeWrong: {
		one: 'Ce n’est pas le code. Encore {count} essai.',
		other: 'Ce n’est pas le code. Encore {count} essais.'
	},
	codeOver:
		'Ce code ne vaut plus\u00a0: il a servi, a été remplacé ou a été faux trop souvent, ou dix minutes sont passées. Demandez-en un nouveau.',
	mailSubject: 'Votre code pour Accès à mon véhicule',
	mailText:
		'Votre code : {code}\n\nÉcrivez-le sur la page où vous l’avez demandé. Il vaut dix minutes, dans ce navigateur seulement.\n\nVous n’en avez pas demandé ? Quelqu’un a écrit votre adresse, et rien n’arrive sans ce code. Ne le donnez à personne.',
	accountsHeading: 'Vos comptes véhicule',
	accountsLead:
		'Toute personne qui se connecte au même compte véhicule voit ici les mêmes applications.',
	accountsNone:
		'Aucun pour l’instant. Connectez votre véhicule pour voir quelles applications y accèdent.',
	vehicles: { one: '{count} véhicule', other: '{count} véhicules' },
	connectCar: 'Connecter votre véhicule',
	connectLead:
		'Par son compte, nous trouvons les applications qui y accèdent. Aucune application ne l’apprend.',
	brandRefuses: '{make} n’a pas ouvert ce compte. Réessayez plus tard ou prenez-en un autre.',
	tooManyAccounts:
		'Vous avez {most} comptes véhicule ici, le maximum possible. Dissociez-en un d’abord.',
	unlink: 'Dissocier',
	unlinkHeading: 'Dissocier ce compte véhicule\u00a0?',
	unlinkApps:
		'Ses applications quittent votre liste. Elles gardent leur accès\u00a0: pour y mettre fin, révoquez-le d’abord.',
	unlinkAgain: 'Vous pourrez le connecter de nouveau quand vous voulez.',
	keep: 'Le garder',
	sessionsHeading: 'Où vous êtes connecté',
	signedInAs: 'Vous êtes connecté avec {address}.',
	thisBrowser: 'Ce navigateur',
	unknownBrowser: 'Navigateur inconnu',
	sessionTimes: 'Depuis le {since}. Vu en dernier le {seen}.',
	signOutThere: 'Y déconnecter',
	signOutEverywhere: 'Se déconnecter partout',
	deleteData: 'Effacer mes données',
	deleteLead: 'Vous lisez d’abord ce qui part et ce qui doit rester.',
	deleteHeading: 'Effacer vos données\u00a0?',
	deleteGoes:
		'Sont effacés votre adresse {address}, les liens vers vos comptes véhicule, vos connexions et les e-mails qui vous sont adressés.',
	deleteStays:
		'Ce que vous avez donné aux applications reste, avec les dates\u00a0: elles, et qui partage un compte véhicule, peuvent devoir le montrer. Votre adresse n’y figure pas.',
	deleteApps: 'Les applications gardent leur accès. Révoquez-le d’abord s’il doit finir.',
	deleted: 'Vos données sont effacées et vous êtes déconnecté.',
	signedOut: 'Vous êtes déconnecté.',
	errorHeading: 'Cela n’a pas marché',
	errorBack: 'Vers vos applications',
	request: 'Requête'
};
