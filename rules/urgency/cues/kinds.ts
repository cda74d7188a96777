/** What a wording says of the terms beside it. */
export type CueKind =
  /** Reads like a negation and is none: swallows the words of the negation it holds. */
  | 'nothing'
  /** Denies what follows. */
  | 'no'
  /** Denies what follows when an article comes next: « IRM éliminant un AVC ». */
  | 'rules-out'
  /** Denies the term just before it, « SCA éliminé », and in the plural the list before it: « fièvre, toux : absentes ». */
  | 'not-found'
  /** « non » alone: denies what is before it after a colon or at the end of an item. */
  | 'non'
  | 'yes'
  /** What follows is history, through the list. */
  | 'history'
  /** Only the very next term is history: « post-AVC ». */
  | 'after'
  /** The term just before is history: « AVC connu ». */
  | 'old'
  /** The term on either side is history: « ancien AVC », « AVC ancien ». */
  | 'former'
  /** A time that is over, anywhere beside the term: « le mois dernier ». */
  | 'then'
  /** A time that is now: « ce matin ». */
  | 'now'
  /** Sudden or unfinished: makes a weak term count. */
  | 'onset'
  /** It has come back: undoes history. */
  | 'again'
  /** A complaint is introduced: « se plaint de ». */
  | 'complaint'
  /** A visit is told: a time beside it dates the visit, not the term. */
  | 'visit'
  | 'but'
  /** A relative. */
  | 'relative'
  /** A child of somebody: the patient himself when the patient is a child. */
  | 'child'
  /** The family as a whole: « hérédité ». */
  | 'heredity'
  /** Makes the term before it a relative's: « AVC maternel ». */
  | 'kin'
  /** Ties an illness to the relative before it: « décédé d'un ». */
  | 'suffered'
  /** Died of it, a relative or the patient: nothing for today. */
  | 'died'
  /** Back to the patient. */
  | 'patient'
  /** What follows is a condition or an advice, to the end of the sentence. */
  | 'if'
  /** What follows is a risk, a score, a prevention, within its item. */
  | 'risk';

/** The wordings of each kind. `a|b` offers alternatives for one word; plural and feminine forms are implied. */
export type CueLists = Record<CueKind, readonly string[]>;
