const list = `
abattement abondance accedent altercation aphagie aplasie ariennes ascite aseptique assurant atoxique auteur
branchial bruyante bulbeuse cassage clanique conformer conique consciente construction contracte contractee
contracter couleur couleurs crochat cultural culture cultures definit denaturation denature detendue detention
devolution diction douceur douceurs doubleur dysphagie dysplasie effarant effarent effarer emprisonnement
enantheme enseignements epidemique epidemiques etranglement eveille eveiller fasciste ferrement fiction
frisons galeuse gesticule hematose importance importances inconscience infection infirmation informant
informent insense installe instillation intente intention interieur invention laideur largage locales locution
lunaire mediation meditation message missive mixtion molaire motilite necrologique nevrotique parotidienne
passifs passive peptique personne personnes polaire portique pressentant pressentent prouver provenir provenu
rachat rachats raciale raciales radicale rappeler rappelez rappelle rappelons reactif reactive reconnaitre
redaction redoublee reforme relever retendue reveiller revenir revenu revenue revolution ronflement salaire
sceptique sensitive sexuelles soigner soignant soleaire soudan soupire surveillante symetrie symetrique
tangage taxidermie tendue tonique topique touffe transitaire unanime usinant varietale vigilante violence
violet violets violette violettes vulgaire
`;

/**
 * French words one letter away from a word of the lexicon that are no typo of it, folded: « symétrique » is not
 * « asymétrique », « soignant » is not « saignant ». Found by comparing the lexicon with a word list of French.
 */
export const realWords: readonly string[] = list.trim().split(/\s+/);
