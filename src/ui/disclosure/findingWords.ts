import { t } from '../../words/t.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { saidOf } from '../../domain/fields.ts'
import { fieldOf, type Stored } from '../../domain/record.ts'
import { Pupil as PupilType } from '../../domain/records/pupil.ts'
import type { Finding, FindingKind } from '../../domain/rules/wrongChild.ts'
import type { TextParagraph } from '../../documents/paragraphs.ts'

const kinds: Record<FindingKind, string> = {
  name: t`Another pupil’s name`,
  surname: t`The surname of another pupil`,
  forename: t`The forename of another pupil`,
  upn: t`Another pupil’s UPN`,
  dateOfBirth: t`Another pupil’s date of birth`,
  restricted: t`A word that your school doesn’t let out unseen`,
}
export const kindWords = ({ kind, strength }: Finding): string =>
  kind === 'dateOfBirth' && strength === 'look' ? t`A day on which another pupil was born` : kinds[kind]

/** Who may be meant: at most three by name. */
export const whoWords = (finding: Finding, pupils: readonly Stored<Pupil>[]): string => {
  const named = finding.pupils.slice(0, 3).flatMap((key) => {
    const pupil = pupils.find((one) => one.key === key)
    return pupil
      ? [
          [fullName(pupil), saidOf(fieldOf(PupilType, 'yearGroup'), pupil.yearGroup)]
            .filter(Boolean)
            .join(', '),
        ]
      : []
  })
  const more = finding.pupils.length - named.length
  return [...named, ...(more > 0 ? [t`${more} more`] : [])].join('; ')
}

/** `in “What we decided”`, `in the footer`, `deleted as a tracked change, and still in the file`. */
export const placeWords = (paragraphs: readonly TextParagraph[], at: number): string => {
  const { is, deleted } = paragraphs[at]!
  const heading = paragraphs
    .slice(0, at + 1)
    .findLast((one) => one.is === 'heading' || one.is === 'title')?.text
  const place =
    is === 'footer'
      ? t`In the header or footer`
      : is === 'note'
        ? t`In a footnote`
        : is === 'comment'
          ? t`In a comment`
          : is === 'drawing'
            ? t`In a diagram, a chart or the words beside a picture`
            : is === 'property'
              ? t`In the properties of the file`
              : heading
                ? t`In “${heading}”`
                : ''
  return [place, deleted && t`deleted as a tracked change, but still in the file`].filter(Boolean).join('; ')
}

/** How many characters stand on each side of what was found. */
const around = 48

/** What was found with what stands around it, cut at words. */
export const excerptOf = (text: string, { from, to }: Pick<Finding, 'from' | 'to'>) => {
  const before = text.slice(Math.max(0, from - around), from)
  const after = text.slice(to, to + around)
  return {
    before: from > around ? `…${before.replace(/^\S*\s/, '')}` : before,
    found: text.slice(from, to),
    after: to + around < text.length ? `${after.replace(/\s\S*$/, '')}…` : after,
  }
}
