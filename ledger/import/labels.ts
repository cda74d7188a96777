/**
 * How a label is compared: the normalisation of the label lexicon (lexicon.md, section 0), with what headers of
 * files add to it (underscores, camel case, a unit in brackets).
 */

/**
 * `« N° FSE »`, `num_fse`, `Numéro FSE :` → `numero fse`. Only the first 120 characters count: no label is longer,
 * and a file without line breaks must not cost more than another.
 */
export function normaliseLabel(raw: string): string {
  return raw
    .slice(0, 120)
    .trim()
    .replace(/([a-zà-ÿ])([A-Z])/g, '$1 $2')
    .replace(/_+/g, ' ')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[nN][°º˚]\s*/g, 'numero ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\((?:obligatoire|€|eur|euros?|jj\/mm\/aaaa|o\/n|oui\/non|en €|en euros)\)/g, ' ')
    .replace(/\((?:s|e|es)\)/g, '')
    .replace(/^[\s•·▪*–—-]+/, '')
    .replace(/[\s:*?]+$/, '')
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replace(/\b(?:no|nr|num)\b\.?(?=\s*\s\S)/g, 'numero')
    .replace(/^n[?�]\s?(?=\S)/, 'numero ')
    .replace(/[.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words that change nothing in a label: « Montant de l’acte en euros » is « Montant acte ». */
const emptyWords = new Set(
  ['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'en', 'un', 'une', 'a', 'au', 'et'].concat(
    '€',
    'euro',
    'euros',
    'eur',
  ),
);

/** The significant words of a normalised label, in order. */
export function labelWords(normalised: string): string[] {
  return normalised.split(/[\s'’/()+,-]+/).filter((word) => word !== '' && !emptyWords.has(word));
}
