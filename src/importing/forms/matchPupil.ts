import { t } from '../../words/t.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { type Day, parseDay } from '../../domain/rules/day.ts'
import { normaliseUpn } from '../../domain/rules/upn.ts'
import { lettersOf, tokensOf } from '../../domain/rules/wrongChildText.ts'

export type Candidate = Pick<
  Pupil,
  'upn' | 'forename' | 'preferredForename' | 'surname' | 'dateOfBirth' | 'className'
> & { readonly key: string }

/** How an answer says whom it is about; '' where it doesn’t. */
export type Told = {
  readonly upn: string
  readonly name: string
  readonly forename: string
  readonly surname: string
  readonly dateOfBirth: string
  readonly className: string
}

export type Match =
  | { readonly is: 'matched'; readonly pupil: string; readonly by: string }
  /** `maybe`: keys of those who may be meant, at most five. */
  | { readonly is: 'unmatched'; readonly why: string; readonly maybe: readonly string[] }

const forenames = (pupil: Candidate) => [
  ...new Set([pupil.forename, pupil.preferredForename].flatMap((name) => (name ? [lettersOf(name)] : []))),
]
const namesOf = (told: Told): string[] => {
  const whole = [told.name, `${told.forename} ${told.surname}`.trim()].filter((name) => name.trim() !== '')
  return whole.map((name) => tokensOf(name).map((token) => token.folded).join('')) // prettier-ignore
}

/** Forename and surname in either order, whatever stands between. */
const isNamed = (pupil: Candidate, told: Told): boolean => {
  const surname = lettersOf(pupil.surname)
  const wanted = forenames(pupil).flatMap((name) => [`${name}${surname}`, `${surname}${name}`])
  return namesOf(told).some((name) => wanted.includes(name))
}
/** A forename alone, or with the first letter of the surname. */
const isHalfNamed = (pupil: Candidate, told: Told): boolean =>
  namesOf(told).some((name) =>
    forenames(pupil).some(
      (forename) => name === forename || name === `${forename}${lettersOf(pupil.surname)[0]}`,
    ),
  )
const sameClass = (pupil: Candidate, told: Told) =>
  told.className !== '' &&
  pupil.className !== null &&
  lettersOf(pupil.className) === lettersOf(told.className)

const bornOn = (text: string): Day | null =>
  parseDay(text.trim()) ?? parseDay(text.trim().split(/[ T]/)[0] ?? '')

/**
 * Whom an answer is about: by UPN, by name and date of birth, by a name that one pupil has, or one in that class.
 * Where what it says disagrees (a UPN of one child, the name of another), or two may be meant, a person decides: words
 * in the wrong child’s record are worse than words that wait.
 */
export const matchPupil = (told: Told, pupils: readonly Candidate[]): Match => {
  const unmatched = (why: string, maybe: readonly Candidate[] = []): Match => ({
    is: 'unmatched',
    why,
    maybe: maybe.slice(0, 5).map(({ key }) => key),
  })
  const named = pupils.filter((pupil) => isNamed(pupil, told))
  const half = pupils.filter((pupil) => isHalfNamed(pupil, told))
  const says = namesOf(told).length > 0
  const upn = normaliseUpn(told.upn)
  if (upn !== '') {
    const found = pupils.find((pupil) => pupil.upn === upn)
    if (!found) return unmatched(t`No pupil has this UPN`, named)
    const agrees = !says || isNamed(found, told) || isHalfNamed(found, told)
    return agrees
      ? { is: 'matched', pupil: found.key, by: 'UPN' }
      : unmatched(t`The UPN is one pupil’s and the name isn’t theirs`, [found, ...named])
  }
  const born = told.dateOfBirth.trim() === '' ? null : bornOn(told.dateOfBirth)
  if (born) {
    const both = [...named, ...half].filter(({ dateOfBirth }) => dateOfBirth === born)
    const keys = new Set(both.map(({ key }) => key))
    if (keys.size === 1) return { is: 'matched', pupil: both[0]!.key, by: 'name and date of birth' }
    if (named.length > 0) return unmatched(t`Nobody of this name was born on that day`, named)
  }
  if (!says) return unmatched(t`It doesn’t say whose it is`)
  if (named.length === 1) {
    const [one] = named
    const contradicts = told.className !== '' && one!.className !== null && !sameClass(one!, told)
    return contradicts
      ? unmatched(t`The pupil of this name is in another class`, named)
      : { is: 'matched', pupil: one!.key, by: 'name' }
  }
  if (named.length > 1) {
    const here = named.filter((pupil) => sameClass(pupil, told))
    return here.length === 1
      ? { is: 'matched', pupil: here[0]!.key, by: 'name and class' }
      : unmatched(t`More than one pupil has this name`, named)
  }
  const inClass = half.filter((pupil) => sameClass(pupil, told))
  if (inClass.length === 1) return { is: 'matched', pupil: inClass[0]!.key, by: 'forename and class' }
  return half.length > 0
    ? unmatched(t`Only a part of the name`, inClass.length > 0 ? inClass : half)
    : unmatched(t`Nobody on the register has this name`)
}
