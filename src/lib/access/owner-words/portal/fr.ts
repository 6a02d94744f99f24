import type { PortalWords } from './en.ts';
import { FRENCH_HELP } from './help/fr.ts';
import { FRENCH_RECEIPT } from './receipt/fr.ts';

/** What an owner reads in the portal, in French. */
export const FRENCH_PORTAL: PortalWords = {
	...FRENCH_HELP,
	...FRENCH_RECEIPT,
	portalName: 'Accès à mon véhicule',
	skip: 'Aller au contenu',
	navApplications: 'Applications',
	navAccount: 'Compte',
	signOut: 'Se déconnecter',
	language: 'Langue',
	labelled: '{label}\u00a0: {value}',
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
	waitAddressUsed:
		'Trop de codes ont été demandés avec cette adresse. Le dernier e-mail qui lui est parvenu dit comment en recevoir un quand même. Sinon, réessayez dans {time}.',
	waitClient: 'Trop de codes ont été demandés. Réessayez dans {time}.',
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
	codeTooShort:
		'Trop de codes faux ont été écrits récemment, et six chiffres ne suffisent pas pour le moment. Demandez un nouveau code\u00a0: il est plus long, et vous pouvez le coller.',
	mailSubject: 'Votre code pour Accès à mon véhicule',
	mailText:
		'Votre code : {code}\n\nÉcrivez-le sur la page où vous l’avez demandé. Il vaut dix minutes, dans ce navigateur seulement.\n\nVous n’en avez pas demandé ? Quelqu’un a écrit votre adresse, et rien n’arrive sans ce code. Ne le donnez à personne.',
	mailKnown:
		'Beaucoup de codes ont été demandés avec votre adresse aujourd’hui, peut-être par quelqu’un d’autre. Pendant un jour il n’en part plus, sauf vers des navigateurs connus. Pour faire connaître le vôtre, ouvrez-y ceci\u00a0:\n{link}',
	knownHeading: 'Faire connaître ce navigateur\u00a0?',
	knownLead:
		'Il recevra alors des codes pour votre adresse, quoi que d’autres demandent. Il n’est pas connecté pour autant.',
	makeKnown: 'Le faire connaître',
	madeKnown: 'Ce navigateur est connu. Demandez votre code.',
	appsHeading: {
		one: '{count} application accède à vos véhicules',
		other: '{count} applications accèdent à vos véhicules'
	},
	appsLead: 'Ouvrez-en une pour voir ce qu’elle reçoit, et pour le reprendre.',
	appsNone: 'Aucune application n’accède à vos véhicules',
	appsNoneLead: 'Dès que vous donnez accès à l’une d’elles, elle figure ici.',
	appsMore: 'Autres applications',
	appsBefore: 'Applications précédentes',
	appsAll: 'Toutes les applications',
	appsDamaged: 'Une donnée enregistrée est illisible et manque ici.',
	appsEnded: 'Accès terminés',
	appsEndedMore: 'Ce qui a pris fin avant figure dans l’historique.',
	appUnknown:
		'Cette application n’a jamais accédé à un véhicule des comptes que vous avez ici. Si le vôtre manque, connectez votre véhicule.',
	firstGiven: 'Donné la première fois',
	lastUsed: 'Dernier usage',
	lastUsedAt: 'Dernier usage\u00a0: {time}',
	neverUsed: 'Pas encore utilisé',
	getsHeading: 'Ce qu’elle reçoit',
	getsLead: '{app} a demandé {asked}, et vous avez donné {given}.',
	things: { one: '{count} chose', other: '{count} choses' },
	notAccessed: 'Ne sera pas consulté',
	givenFor: 'Pour {some} véhicules sur {all}.',
	neverGiven: 'Vous l’avez laissé de côté.',
	fromHeading: 'De quels véhicules',
	since: 'Depuis le {time}',
	takeBack: 'Reprendre…',
	takeBackWhat: 'Reprendre\u00a0: {what}',
	takeBackQuestion: 'Reprendre «\u00a0{what}\u00a0» à {app}\u00a0?',
	takeNeeded: 'Le reprendre déconnecte l’application.',
	takeStops: 'Dès cet instant, {app} ne reçoit plus «\u00a0{what}\u00a0» de {vehicles}.',
	takeVehicleEnds: 'Rien d’autre n’est donné de {vehicles}\u00a0: cette connexion prend fin.',
	takeRest:
		'Le reste de ce que vous avez donné à {app} continue. Pour l’obtenir de nouveau, elle doit vous le demander.',
	takeBeyond:
		'Reprendre une seule chose va au\u2011delà de la vraie plateforme, dont le portail met fin d’un coup à tout l’accès d’une application.',
	takeRequired:
		'{app} exige «\u00a0{what}\u00a0». Le reprendre déconnecte l’application\u00a0: tout son accès prend fin.',
	takeLastPermission:
		'«\u00a0{what}\u00a0» est tout ce que {app} reçoit. Le reprendre déconnecte l’application.',
	takeLastVehicle:
		'{what} est le seul véhicule auquel {app} accède. Le reprendre déconnecte l’application.',
	takeDamaged:
		'Une partie de ce qui a été donné à {app} est illisible, rien ne peut donc être repris séparément. Reprendre «\u00a0{what}\u00a0», c’est déconnecter l’application.',
	takeUnknown: 'Il n’y a rien à reprendre ici. Ouvrez l’application et choisissez-y.',
	taken: 'Repris\u00a0: {what}. Nous venons de vérifier de nouveau, et {app} ne l’a plus.',
	takenBefore:
		'Il n’y avait plus rien à reprendre\u00a0: nous venons de vérifier de nouveau, et {app} n’a pas «\u00a0{what}\u00a0».',
	youTookBack: 'Repris par vous le {time}.',
	anotherTookBack: 'Repris par un autre propriétaire du compte véhicule le {time}.',
	leftOutOn: 'Laissé de côté le {time}.',
	notGiven: 'Pas donné',
	endsIfUnused: 'Prend fin sans usage',
	endsByItself: 'Prend fin de lui-même',
	unusedFor: {
		one: 'Pas utilisé depuis {count} jour.',
		other: 'Pas utilisé depuis {count} jours.'
	},
	unusedEnds: '{unused} Prend fin de lui-même le {time}.',
	revokeHeading: 'Tout arrêter',
	revokeStops: 'Dès cet instant, {app} ne voit plus rien de {vehicles}.',
	revokeStored: 'Ce qu’elle a enregistré jusqu’ici, elle le garde. Demandez à {app} de l’effacer.',
	revokeRest:
		'Votre compte véhicule et vos autres applications restent tels quels. Vous pourrez reconnecter plus tard.',
	revokeAccess: 'Révoquer l’accès',
	revokeQuestion: 'Révoquer l’accès de {app}\u00a0?',
	keepAccess: 'Garder l’accès',
	endedHeading: '{app} n’a pas accès',
	endedLead: 'Nous venons de vérifier de nouveau. Voici où cela en est.',
	endedByOwner: 'Repris par un propriétaire, le {time}',
	endedByYou: 'Repris par vous, le {time}',
	endedByAnother: 'Repris par un autre propriétaire du compte véhicule, le {time}',
	endedByApp: 'Abandonné par l’application, le {time}',
	endedByOperator: 'Arrêté dans le tableau de bord, le {time}',
	endedRenew: 'Elle ne peut pas renouveler son accès',
	endedRenewText: 'Pour revenir, elle doit vous demander de nouveau.',
	navHistory: 'Historique',
	historyLead:
		'Ce que des applications ont reçu par vos comptes véhicule, et ce qui a été repris. Tout reste ici.',
	historyNone: 'Rien n’a encore été donné ni repris.',
	historyGranted: 'Donné\u00a0: {what}',
	historyNarrowed: 'Repris en partie. Il reste\u00a0: {what}',
	historyRevoked: 'Accès terminé',
	historyVehicle: 'Véhicule repris',
	historyYou: 'Par vous, le {time}',
	historyAnother: 'Par un autre propriétaire du compte véhicule, le {time}',
	historyAccount: 'Après connexion au compte véhicule, le {time}',
	historyApp: 'Par l’application, le {time}',
	historyOperator: 'Dans le tableau de bord, le {time}',
	historyVersion: 'Version n°\u00a0{version}',
	historyEarlier: 'Plus ancien',
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
	keepData: 'Garder mes données',
	deleteLead: 'Vous lisez d’abord ce qui part et ce qui doit rester.',
	deleteHeading: 'Effacer vos données\u00a0?',
	deleteGoes:
		'Sont effacés votre adresse {address}, les liens vers vos comptes véhicule, vos connexions et les e-mails qui vous sont adressés.',
	deleteStays:
		'Ce que vous avez donné aux applications reste, avec les dates\u00a0: elles, et qui partage un compte véhicule, peuvent devoir le montrer. Votre adresse n’y figure pas.',
	deleteApps: 'Les applications gardent leur accès. Révoquez-le d’abord s’il doit finir.',
	deleteAgain:
		'Votre connexion date de plus de dix minutes. Pour effacer vos données, connectez-vous encore une fois\u00a0: nous envoyons un code à {address}.',
	deleted: 'Vos données sont effacées et vous êtes déconnecté.',
	signedOut: 'Vous êtes déconnecté.',
	errorHeading: 'Cela n’a pas marché',
	errorBack: 'Vers vos applications',
	request: 'Requête'
};
