/**
 * Words that may stand in a report: those of the trade, of our own profiles, and of whoever writes pages. A word that is
 * in none of the three stands as `w1`, `w2`…: it may be a name.
 */
import { concepts } from '../vocabulary/lexicon.ts';
import type { Profile } from '../profile.ts';

/** HTML, ARIA, the frameworks and component libraries of practice software, and what identifiers are made of. */
const ofPages = `
a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup data
datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame frameset h head header
hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav noframes object ol optgroup
option output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strong style
sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr center

accept accesskey action align alt aria async atomic autocapitalize autocomplete autofocus autoplay bgcolor border busy cellpadding
cellspacing charset checked class color cols colspan content contenteditable controls coords crossorigin current datetime
describedby details dir disabled draggable dropeffect enctype enterkeyhint errormessage expanded flowto for formaction formcontrolname
grabbed has haspopup headers height hidden high href hreflang http id inert inputmode invalid is itemprop keyshortcuts labelledby
lang level list live loading low max maxlength media method min minlength modal multiline multiple multiselectable name nonce
novalidate onblur onchange onclick onfocus oninput onkeydown onkeypress onkeyup onload onmousedown onmouseover onsubmit open
orientation owns part pattern placeholder popover posinset pressed readonly rel relevant required rev role roledescription rows
rowspan sandbox scope selected setsize shape size sizes sort spellcheck src srcdoc srcset start step tabindex target text topmargin
translate type usemap valign value valuemax valuemin valuenow valuetext vspace width wrap

ng ngx mat mdc cdk vz react vue svelte ember ext extjs dx devextreme ant mui mantine vuetify prime primevue primeng p pi jq jquery
ui bs bootstrap tailwind material kendo telerik rad asp ctl aspx dnn dojo dijit yui knockout ko alpine stimulus htmx turbo wire
livewire select2 chosen datepicker timepicker daterange css js tns tabs aria router outlet touched untouched valid pristine dirty
star inserted transclude host scope testid test cy qa hook bind model change click submit toggle dismiss trigger tooltip popper

above active add after alert all amount animation app area arrow auto avatar back background badge bar before below big block
bold bottom box brand bread breadcrumb btn by calendar cancel card carousel cb cell center check checkbox chip circle clear close
cmb col collapse column combo combobox component compact confirm container context control copy count counter create crumb custom
cursor dark dashboard date day default delete dense description dialog divider dot down download drag drawer drop dropdown edit
editor element empty end entry error even event extra fab fade field fields file fill filter first fixed flat flex float fluid
focus focused folder foot form format frame full gap grid group grow half handle head heading help helper hide hint history hm
holder home horizontal hour hover icon image index info inline inner inputs inside item items justify key keyboard label labels
large last lastname firstname layout lbl left light line lines link list loader loading lock log login logo long lookup manager
mask medium menu message middle mini minute mobile mode module month more mount move msg multi native nav navbar new next no none
normal note notice notification number odd off offset ok on only order origin outer outline outlined overlay owner padding page
pager paginator pane panel parent password path picker pill placeholder popup position prefix preview prev previous primary
print private progress prompt public push query question quick radio range rating read ready record refresh region remove
required reset resize result results reverse right ripple root round row rows save screen scroll scrollbar search secondary
section select selection selector separator session set settings shadow shape sheet shell show side sidebar sidenav simple single
size skip slide slider small snackbar sort spacer spacing spin spinner split square stack standard start state static status step
stepper sticky submit success suffix summary surface switch tab tabbed table tag task text textfield thumb tick time title toast
today toggle token tool toolbar top total track tree trigger true false txt ddl chk rdo rb lst grd hdr pnl underline unit up update
upload url user valid validation validator value vertical view viewport visible waiting warning warn web week widget width window
wizard wrap wrapper year yes zone inputs frm fld cnt wrp ctn

accident acces accord act acte actes aide ald am amc amo anamnese annuler arret assure assurance ayant bas beneficiaire bordereau
bouton caisse carte case cases ccam centre champ champs choix cle client code colonne complementaire compte condition consultation
contenu corps cotation courrier couverture cps cpx date demande depassement detail direct donnees dossier droits ecran effacer
employeur entete enregistrer envoi envoyer erreur etablissement etat exclusion exoneration expert facture facturation facturer
feuille fiche fin finess fse garantie gauche groupe haut heure historique honoraires identifiant identite indicateur ins
jour kine lecteur lettre libelle ligne lignes liste lot maladie maternite medecin medical medicale mention mobile modalite mode
modifier mois montant motif mutuelle nature naissance ngap nir nom noemie nouveau nouvelle numero ordo ordonnance organisme orientation
page paiement panneau parcours part patient patiente patients pied piece plafond praticien prenom prescripteur prescription
prestation prix quantite recherche reglement regime remplacement remplissage requerant requis resume rpps rqd saisie salarie
sans securise securiser securisation secu secteur selection sexe signature signer situation soin soins solde sous statut suivant suivi
supprimer tarif taux taxe te tele telealerte teleconsultation teleexpertise teletransmission texte ticket tiers titre tp traitant
transmission transmettre type urgence utilisateur valider validation vitale vue zone degrade mdp qte mt mnt nb num presc prescnum
`;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

/** `profiles`: those that are shipped, whose words somebody has read; never those of a user. */
export function neutralWords(profiles: readonly Profile[]): ReadonlySet<string> {
  const trade = concepts.flatMap(({ words, alone }) => [words, alone ?? '']);
  const known = profiles.map(({ screens }) => JSON.stringify(screens));
  return new Set([ofPages, ...trade, ...known].flatMap(wordsOf));
}
