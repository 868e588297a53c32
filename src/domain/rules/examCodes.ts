/** Words of exam and test access arrangements that several records share: codes are stored, names are read. */

/** What a pupil sits. JCQ: the Joint Council for Qualifications. */
export const examTests = {
  jcq: 'GCSE, A level and other JCQ exams',
  ks2: 'Key stage 2 tests',
  phonics: 'Phonics screening check',
  mtc: 'Multiplication tables check, Year 4',
  internal: 'The school’s own tests and mocks',
} as const
export type ExamTests = keyof typeof examTests

export const arrangementKinds = {
  time25: 'Extra time, up to 25%',
  timeMore: 'Extra time, more than 25%',
  restBreaks: 'Supervised rest breaks',
  reader: 'Reader',
  computerReader: 'Computer reader',
  readingPen: 'Reading pen',
  scribe: 'Scribe',
  speech: 'Speech recognition',
  wordProcessor: 'Word processor',
  transcript: 'Transcript',
  prompter: 'Prompter',
  languageModifier: 'Oral language modifier',
  signer: 'Sign language interpreter',
  liveSpeaker: 'Live speaker',
  practical: 'Practical assistant',
  dictionary: 'Bilingual dictionary',
  room: 'Separate room or smaller group',
  coloured: 'Coloured paper or overlay',
  enlarged: 'Enlarged paper',
  modified: 'Modified paper',
  braille: 'Braille paper',
  earlyOpening: 'Early opening of the papers',
  compensatory: 'Compensatory marks',
  otherSite: 'Alternative site',
  other: 'Other',
} as const
export type ArrangementKind = keyof typeof arrangementKinds

/** Who settles an arrangement. AAO: Access Arrangements Online; STA: the Standards and Testing Agency. */
export const arrangementWays = {
  school: 'The school decides',
  approval: 'Approval through Access Arrangements Online (AAO)',
  board: 'The awarding body decides',
  application: 'Application to the Standards and Testing Agency (STA)',
  notification: 'The STA is notified',
} as const
export type ArrangementWay = keyof typeof arrangementWays

/** How sure a date or a figure is that is not the school’s own. */
export const sureness = {
  read: 'Read in the source named',
  told: 'Read elsewhere, not in the source itself',
  memory: 'From memory: check it',
} as const
export type Sureness = keyof typeof sureness

/** What a standardised score of a Form 8 is about: scores count together only where these differ. */
export const skillAreas = {
  readingSpeed: 'Speed of reading',
  comprehensionSpeed: 'Speed of reading comprehension',
  writingSpeed: 'Speed of writing',
  phonological: 'Phonological processing',
  naming: 'Rapid naming',
  memory: 'Working memory',
  visual: 'Visual processing',
  mathsFluency: 'Mathematical fluency',
  otherProcessing: 'Other cognitive processing',
  readingAccuracy: 'Reading accuracy',
  comprehension: 'Reading comprehension',
  spelling: 'Spelling',
  other: 'Other',
} as const
export type SkillArea = keyof typeof skillAreas

/**
 * Areas that are speed of working or cognitive processing, as the extra time of 25% asks for; accuracy, comprehension
 * and spelling are about a reader or a scribe.
 */
export const speedAreas: readonly SkillArea[] = [
  'readingSpeed',
  'comprehensionSpeed',
  'writingSpeed',
  'phonological',
  'naming',
  'memory',
  'visual',
  'mathsFluency',
  'otherProcessing',
]
