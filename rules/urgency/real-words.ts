const list = `
abattement abondance accedent addition altercation aphagie aplasie ariennes ascite aseptique assurant atoxique auteur
branchial bruyante bulbeuse cassage clanique conforme conformer conique consciente construction contracte contractee
contracter couleur couleurs crochat cultural culture cultures definit denaturation denature denier detendue detention
devolution diction douceur douceurs doubleur dysphagie dysplasie effarant effarent effarer emprisonnement enantheme
enseignements epidemique epidemiques etranglement eveille eveiller evoluer fasciste ferrement fiction frisons galeuse
gesticule gonflable hematose importance importances inconscience infection infirmation informant informent insense
insensee installe installee instillation intente intention interieur interieurs invention laideur largage locales
locution lunaire mediation meditation message messages missive mixtion molaire molaires motilite necrologique
nevrotique parotidienne passif passifs passive patience peptique personne personnes polaire portique pressentant
pressentent prouver provenir provenu rachat rachats raciale raciales radicale radicales rappeler rappelez rappelle
rappelons reactif reactifs reactive reconnaitre recouvert redaction redoublee reforme relever resolution retendue
reveiller revenir revenu revenue revolution ronflement ronflements salaire sceptique sensitive sexuelles soigner
soignant soignante soignants soleaire soudan soupire surveillante symetrie symetrique symetriques tangage taxidermie
tendue tonique toniques topique topiques touffe tournee tranche transitaire unanime usinant vaginite varietale
vigilante violence violences violet violets violette violettes vulgaire
`;

/**
 * French words one letter away from a word of the lexicon that are no typo of it, folded: « symétrique » is not
 * « asymétrique », « soignant » is not « saignant ». Found by comparing the lexicon with a word list of French.
 */
export const realWords: readonly string[] = list.trim().split(/\s+/);
