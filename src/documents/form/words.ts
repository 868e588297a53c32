/** Words that mean the same on a form. */
const same: Readonly<Record<string, string>> = {
  pupil: 'child', pupils: 'child', student: 'child', learner: 'child', children: 'child', cyp: 'child', yp: 'child',
  i: 'child', my: 'child', me: 'child', myself: 'child', their: '', his: '', her: '',
  parents: 'parent', parental: 'parent', carer: 'parent', carers: 'parent', guardian: 'parent', family: 'parent', families: 'parent', mother: 'parent', father: 'parent',
  ehcp: 'plan', ehc: '', echp: 'plan',
  setting: 'school', college: 'school', academy: 'school', provider: 'school',
  principal: 'headteacher', head: 'headteacher', teacher: 'teacher',
  dated: 'date', when: 'date', day: 'date',
  previous: 'last', prior: 'last', preceding: 'last', latest: 'latest',
  tel: 'telephone', phone: 'telephone', mobile: 'telephone',
  forenames: 'forename', christian: 'forename', surnames: 'surname',
  actual: '', updates: 'update', anything: '', news: 'new',
  dislike: 'hard', dislikes: 'hard', difficulties: 'difficult', difficulty: 'difficult', challenging: 'difficult', challenges: 'difficult', struggle: 'difficult', struggles: 'difficult',
  likes: 'like', enjoys: 'enjoy', wishes: 'want', wish: 'want', wants: 'want', dreams: 'hope', goals: 'hope', ambition: 'aspiration', ambitions: 'aspiration',
  worries: 'worry', worried: 'worry', worrying: 'worry', concerned: 'concern',
  changed: 'change', changing: 'change', amended: 'amend', amendments: 'amend', amendment: 'amend', ceased: 'cease', ceasing: 'cease', maintained: 'maintain', maintaining: 'maintain', amending: 'amend', continued: 'continue', continuing: 'continue',
  sendco: 'senco', sencos: 'senco',
  recommended: 'recommend', recommends: 'recommend', recommendations: 'recommend', recommendation: 'recommend', recommending: 'recommend',
  disagrees: 'disagree', disagreed: 'disagree', disagreement: 'disagree', disagreements: 'disagree', differing: 'differ', different: 'differ', differences: 'differ', difference: 'differ',
  attendees: 'present', attended: 'attended', attending: 'attended',
  proposal: 'propose', proposed: 'propose', proposals: 'propose', suggested: 'propose',
  discussed: 'explained', requested: 'request', asked: 'request',
  think: 'view', thinks: 'view', thoughts: 'view', happy: 'pleased', pleases: 'pleased', pleasing: 'pleased', troubles: 'worry', trouble: 'worry', tricky: 'difficult',
  advise: 'recommend', advises: 'recommend', grounds: 'reason', look: 'looked', looks: 'looked', ask: 'request', asks: 'request',
  prefers: 'prefer', preferred: 'prefer', preference: 'prefer', joined: 'admitted', ethnic: 'ethnicity', boy: 'sex', girl: 'sex', wrote: 'written',
  gender: 'sex', birthday: 'birth', born: 'birth', percentage: 'attendance', suspension: 'suspension', exclusions: 'suspension', exclusion: 'suspension',
  venue: 'place', location: 'place', where: 'place',
  secondary: 'secondary', obtained: 'gathered', gathering: 'gathered', sought: 'gathered', collected: 'gathered',
  achieved: 'achieved', ongoing: 'continue', continues: 'continue', healthcare: 'health', medical: 'health',
} // prettier-ignore

const left = new Set(
  'the a an of to for in is are was were be been being do does did has have had please your our this that these any if and or with it its as they them what which we you y n yes no e g please state give details per also only from there whether applicable na own word words say know tell us about thing things can could would may might find finds someone something'.split(
    ' ',
  ),
)

const stem = (word: string) =>
  word.length > 4 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !/^(?:dfe|sens|apologies)$/.test(word)
      ? word.slice(0, -1)
      : word

/** The words that count of a label, alike for what means the same. */
export const wordsOf = (label: string): Set<string> => {
  const text = label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\(s\)/g, '')
    // How to write it, not what.
    .replace(/\(?\bd{1,2}[/.-]m{1,2}[/.-]y{2,4}\b\)?/g, ' ')
    .replace(/\b(re|e)-(?=[a-z])/g, '$1')
    .replace(/[’']s\b/g, '')
    .replace(/[’']/g, '')
    .replace(/\bd\.?\s?o\.?\s?b\b\.?/g, 'birth date')
    .replace(/\b(?:young|looked[- ]after) (?:person|people|child)\b/g, (found) =>
      found.startsWith('young') ? 'child' : 'looked after child',
    )
    .replace(/\bn\.?c\.? year\b/g, 'year group')
    .replace(/%/g, ' percentage ')
    .replace(/\bmother tongue\b/g, 'first language')
    // Who is to answer: `Adults: how were these views collected?`
    .replace(/^\s*(?:for )?(?:the )?(?:adults?|staff|school)(?: only)?\s*:(?=\s*\S)/, ' ')
    .replace(/\bmy (?:family|parents?|carers?|mum|dad)\b/g, 'parent')
    .replace(
      /\bwhen (?:i|you|they|he|she|we)(?: am| are| is)? (?:a )?(?:grown[- ]?up|older|an adult)\b|\blater life\b/g,
      'future',
    )
    .replace(/\b(?:find(?:ing)?|found) out\b/g, 'gathered')
    .replace(/\b(?:took|takes?|taken|taking) place\b/g, 'date')
    .replace(/\bgrown[- ]ups?\b/g, 'adult')
    .replace(/\s+on\s*:?\s*$/, ' ')
    .replace(/^\s*(?:\(?[0-9]{1,2}[.)]?[0-9]*|[a-z][.)])\s+/, '')
    .replace(/^\s*part [a-z0-9]{1,2}\b/, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
  const found = new Set<string>()
  for (const word of text.split(' ')) {
    if (word === '' || left.has(word)) continue
    const known = Object.hasOwn(same, word) ? same[word]! : (same[stem(word)] ?? stem(word))
    if (known !== '') found.add(known)
  }
  return found
}

const turning = new Set(['parent', 'last', 'next', 'health', 'social', 'second'])

/** How much each word tells: one that many facts share tells little. */
export const weightsOf = (
  phrases: Readonly<Record<string, readonly string[]>>,
): ((word: string) => number) => {
  const facts = Object.values(phrases)
  const shared = new Map<string, number>()
  for (const all of facts)
    for (const word of new Set(all.flatMap((phrase) => [...wordsOf(phrase)])))
      shared.set(word, (shared.get(word) ?? 0) + 1)
  // A word that no fact knows counts like one that a few share: it may turn the label’s sense. So may these, however many share them.
  return (word) => Math.max(Math.log(1 + facts.length / (shared.get(word) ?? 4)), turning.has(word) ? 3 : 0)
}

const sum = (words: Iterable<string>, weight: (word: string) => number) => {
  let total = 0
  for (const word of words) total += weight(word)
  return total
}

/** What the words around a label count, beside its own. */
const around = 0.75
/** What a fact of now counts where the label asks for one of the last time. */
const otherTime = 0.65

/**
 * How well a phrase fits a label, 0 to 1: both have to be covered. Words of the phrase may stand around the label; words
 * of the label that the phrase lacks count against it.
 */
export const fit = (
  phrase: ReadonlySet<string>,
  label: ReadonlySet<string>,
  context: ReadonlySet<string>,
  weight: (word: string) => number,
): number => {
  if (phrase.size === 0 || label.size === 0) return 0
  const inLabel = [...phrase].filter((word) => label.has(word))
  if (inLabel.length === 0) return 0
  const inContext = [...phrase].filter((word) => !label.has(word) && context.has(word))
  // What a label says of the last time, no other fact answers.
  const ofBefore = label.has('last') && !phrase.has('last') ? otherTime : 1
  const covered = (sum(inLabel, weight) + around * sum(inContext, weight)) / sum(phrase, weight)
  const used = sum(inLabel, weight) / sum(label, weight)
  return (ofBefore * (2 * covered * used)) / (covered + used)
}
