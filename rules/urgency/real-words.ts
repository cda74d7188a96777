const list = `
abattement abattements abondance abondances accedent accidentel accidentels alcool alcools altercation
altercations anglaise antigene antigenes aphagie aplasie aplasies ariennes ascite ascites aseptique aseptiques
assurant atoxique atoxiques auteur auteurs ballast bouillante bouillantes branchial branchiale branchiales
bruyante bruyantes bulbeuse bulbeuses cardiologie cassage cassages chargement chargements clanique claniques
collective collectives compose composee composes comprises conformer conique coniques consciente conscientes
construction constructions contracte contractee contractees contracter contractes couleur couleurs culminant
cultural culturale culturales culture cultures definit definites denaturation denaturations denature denatures
dependance dependances dependent detendue detendues detention detentions deviant deviante devolution
devolutions diction dictions disparate disparates dissertions doubleur doubleurs douceur douceurs dysphagie
dysplasie dysplasies effarant effarante effarantes effarants effarent effarer emprisonnement emprisonnements
enantheme enanthemes enseignements epidemique epidemiques etranglement etranglements eveille eveiller eveilles
exprime exprimee extremistes faiblisse falaise falaises fasciste fascistes ferrement ferrements fiction
fictions francaise frisons galeuse galeuses generaliste generalistes generalite generalites geniale geniales
gesticule gesticules hematose hematoses importance importances inconscience inconsciences infection infections
infirmation infirmations informant informent insense insenses installe installes instillation instillations
insuffisante insuffisantes intente intentes interieur interieure interieures interieurs invention inventions
laideur laideurs largage largages locution locutions lourder lunaire lunaires maintenance malaire malaires
marche marches marcheur matrice matrices mediation mediations meditation meditations message messages missive
missives mixtion mixtions mobilise mobilises molaire molaires motilite motilites necrologique necrologiques
neurologie nevrotique nevrotiques parotidienne parotidiennes parsement passive passives peptique peptiques
personne personnes polaire polaires portique portiques postale postales presente pressentant pressentent
prouver provenir provenu provenue provenues provenus rachats raciale raciales radicale radicales rappelez
rappelons reactif reactifs reactive reactives reconnaitre redaction redactions redoublee redoublees reforme
reformes relever retendue retendues revenir revenu revenue revenues revenus revient revolution revolutions
ronflement ronflements salaire salaires sceptique sceptiques sensitive sensitives sexuelles soignant soignante
soignantes soignants soigner soleaire soleaires soudan soudans soupire soupires soutire stabilite surveillante
surveillantes symetrie symetries symetrique symetriques tangage tangages taxidermie taxidermies tendue tendues
tombent tonique toniques topique topiques touffe touffes trainement transitaire transitaires unanime unanimes
usinant varietale varietales vigilante vigilantes violence violences violet violets violette violettes
vulgaire vulgaires
`;

/**
 * French words one letter away from a word of the lexicon that are no typo of it, folded: « symétrique » is not
 * « asymétrique », « soignant » is not « saignant ». Found by comparing the lexicon with a word list of French.
 */
export const realWords: readonly string[] = list.trim().split(/\s+/);
