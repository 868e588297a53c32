import type { Day } from './day.ts'
import type { FindingKind, GuardedPupil, GuardOptions } from './wrongChild.ts'
import { lettersOf, tokensOf } from './wrongChildText.ts'
import { commonWords } from './wrongChildWords.ts'

/** What a run of words may mean. `own` names somebody who belongs in the document and hides what it covers. */
export type Pattern = {
  readonly kind: FindingKind | 'own'
  readonly pupils: readonly string[]
  readonly certain: boolean
  readonly sameFamily: boolean
  /** Where forename and surname meet in the folded text: they are two words, so `another` is no An Other. 0: one part. */
  readonly split: number
  /**
   * Some of its words are English words. `must`: it is a name only when those are written with capitals. `should`:
   * without them a person has to look ("will Khan come?").
   */
  readonly capitals?: 'must' | 'should'
  /** May be reported without the other half of the name. */
  readonly alone: boolean
}

export type GuardIndex = {
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>
  /** The longest pattern, by the first letters of patterns: what can't begin one is left at once. */
  readonly reach: ReadonlyMap<string, number>
  readonly births: ReadonlyMap<Day, readonly string[]>
}

/** How many first letters tell that no pattern begins so. */
export const startLength = 2
/** A surname that more pupils share says little by itself, and so does a forename that more than two have. */
const rareSurname = 3
const rareForename = 2

const wordsOf = (name: string): string[] => tokensOf(name).map((token) => token.folded)
const seen = new Map<string, boolean>()
/** Remembered, as a school has far fewer names than pupils. */
const isWord = (name: string): boolean => {
  const known = seen.get(name) ?? wordsOf(name).every((word) => commonWords.has(word))
  if (seen.size > 20_000) seen.clear()
  seen.set(name, known)
  return known
}
const forenamesOf = (pupil: GuardedPupil): string[] => [
  ...new Set([pupil.forename, pupil.preferredForename].filter((name) => name !== null && lettersOf(name) !== '')),
] as string[] // prettier-ignore

/** `Sam Khan (EP)` and `Sam Khan, EP` are Sam Khan; `Khan, Sam` stays as it is. */
const withoutRole = (adult: string): string => {
  const name = adult.replace(/\([^)]*\)/g, ' ').trim()
  const beforeComma = name.split(',')[0]!.trim()
  return /\s/.test(beforeComma) ? beforeComma : name
}
/**
 * The surname of an adult, whole and by its parts. It may stand alone in the document, the forename may not: a child
 * can have the same one.
 */
const surnamesOfAdult = (adult: string): string[] => {
  const last = adult.includes(',') ? adult.split(',')[0]! : (adult.split(/\s+/).at(-1) ?? '')
  return [lettersOf(last), ...wordsOf(last).filter((word) => word.length > 1)]
}

type Draft = { -readonly [K in keyof Pattern]: Pattern[K] } & { pupils: string[] }

/** Gathers patterns; the same words for several pupils become one pattern, as certain as the surest of them. */
const gathering = () => {
  const patterns = new Map<string, Draft[]>()
  const reach = new Map<string, number>()
  const put = (text: string, pattern: Omit<Pattern, 'pupils'>, pupil?: string) => {
    if (text === '') return
    const all = patterns.get(text) ?? []
    patterns.set(text, all)
    const start = text.slice(0, startLength)
    reach.set(start, Math.max(reach.get(start) ?? 0, text.length))
    const same = all.find(({ kind, split }) => kind === pattern.kind && split === pattern.split)
    if (!same) all.push({ ...pattern, pupils: pupil ? [pupil] : [] })
    else {
      same.certain ||= pattern.certain
      same.sameFamily &&= pattern.sameFamily
      same.alone ||= pattern.alone
      if (pupil && !same.pupils.includes(pupil)) same.pupils.push(pupil)
    }
  }
  return { patterns, reach, put }
}

const plain = { certain: false, sameFamily: false, split: 0, alone: true } as const

/** Everything that is looked for, made once for a document. */
export const guardIndex = (pupils: readonly GuardedPupil[], options: GuardOptions): GuardIndex => {
  const { patterns, reach, put } = gathering()
  const own = pupils.filter(({ key }) => options.about.has(key))
  const others = pupils.filter(({ key }) => !options.about.has(key))
  const families = new Map(own.map(({ surname, address }) => [lettersOf(surname), lettersOf(address ?? '')]))
  const counted = (names: readonly string[]) => {
    const count = new Map<string, number>()
    for (const name of names.map(lettersOf)) count.set(name, (count.get(name) ?? 0) + 1)
    return count
  }
  const surnames = counted(pupils.map(({ surname }) => surname))
  const forenames = counted(pupils.flatMap(forenamesOf))

  const ownName = (text: string, split = 0) => put(text, { ...plain, kind: 'own', split })
  for (const pupil of own) {
    const surname = lettersOf(pupil.surname)
    for (const forename of forenamesOf(pupil)) {
      bothOrders(lettersOf(forename), surname, ownName)
      ownName(lettersOf(forename))
      wordsOf(forename).forEach((word) => ownName(word))
    }
    ownName(surname)
    wordsOf(pupil.surname).forEach((word) => ownName(word))
    if (pupil.upn) ownName(lettersOf(pupil.upn))
  }
  const adults = (options.adults ?? []).map(withoutRole)
  for (const adult of adults) if (wordsOf(adult).length > 1) ownName(lettersOf(adult))
  const adultSurnames = new Set(adults.flatMap(surnamesOfAdult))

  const births = new Map<Day, string[]>()
  const ownDays = new Set([...own.map(({ dateOfBirth }) => dateOfBirth), ...(options.days ?? [])])
  for (const pupil of others) {
    const surname = lettersOf(pupil.surname)
    const address = families.get(surname)
    // A known different address says that two of one name are two families.
    const sameFamily =
      address !== undefined && (address === '' || !pupil.address || lettersOf(pupil.address) === address)
    const surnameIsWord = isWord(pupil.surname)
    const name = (forename: string, last: string, whole: boolean) => {
      const [first, second] = [isWord(forename), isWord(last)]
      bothOrders(lettersOf(forename), lettersOf(last), (text, split, turned) => {
        const capitals: Pattern['capitals'] | null =
          (first && second) || (turned && (first || second)) ? 'must' : first || second ? 'should' : null
        const pattern = {
          certain: whole && !sameFamily,
          sameFamily,
          split,
          alone: true,
          ...(capitals ? { capitals } : {}),
        } as const
        put(text, { kind: 'name', ...pattern }, pupil.key)
      })
    }
    for (const forename of forenamesOf(pupil)) {
      const text = lettersOf(forename)
      name(forename, pupil.surname, true)
      const lasts = pupil.surname.split(/[\s\-\u2010-\u2015]+/).filter((part) => part.length > 3)
      if (lasts.length > 1) lasts.forEach((part) => name(forename, part, false))
      const firsts = forename.split(/[\s\-\u2010-\u2015]+/)
      if (firsts.length > 1 && firsts[0]!.length > 2) name(firsts[0]!, pupil.surname, false)
      const alone = !isWord(forename) && text.length > 2 && forenames.get(text)! <= rareForename
      put(text, { ...plain, kind: 'forename', sameFamily, alone }, pupil.key)
    }
    const alone =
      !surnameIsWord &&
      surname.length > 2 &&
      address === undefined &&
      !adultSurnames.has(surname) &&
      surnames.get(surname)! <= rareSurname
    put(surname, { ...plain, kind: 'surname', sameFamily, alone }, pupil.key)
    if (pupil.upn) put(lettersOf(pupil.upn), { ...plain, kind: 'upn', certain: true }, pupil.key)
    if (!ownDays.has(pupil.dateOfBirth)) {
      const same = births.get(pupil.dateOfBirth)
      if (same) same.push(pupil.key)
      else births.set(pupil.dateOfBirth, [pupil.key])
    }
  }
  for (const word of options.restricted ?? [])
    put(lettersOf(word), { ...plain, kind: 'restricted', certain: true })
  return { patterns, reach, births }
}

const bothOrders = (
  first: string,
  last: string,
  put: (text: string, split: number, turned: boolean) => void,
) => {
  if (first === '' || last === '') return
  put(first + last, first.length, false)
  put(last + first, last.length, true)
}
