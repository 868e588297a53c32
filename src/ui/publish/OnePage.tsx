import { inWords, t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { type Field, saidOf } from '../../domain/fields.ts'
import { fieldsOf } from '../../domain/record.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import { showDay } from '../../domain/rules/day.ts'
import { senStatuses, yearGroups } from '../../domain/rules/codes.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '720px' },
  part: { display: 'flex', flexDirection: 'column', gap: '2px', breakInside: 'avoid' },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  label: { margin: 0, color: tokens.colorNeutralForeground2 },
  targets: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The parts in the order in which a person in a corridor needs them: how to help first. */
const order: readonly (keyof StaffProfile)[] = [
  'health',
  'helps',
  'avoid',
  'triggers',
  'strategies',
  'communication',
  'equipment',
  'exams',
  'important',
  'goodAt',
  'strengths',
  'needs',
  'keyAdult',
]
/** Every published text, those without a place of their own last: none is left out. */
const parts: readonly [keyof StaffProfile, Field][] = fieldsOf(StaffProfile)
  .filter(([name, { kind }]) => kind === 'longText' || name === 'keyAdult' || name === 'health')
  .map(([name, field]): [keyof StaffProfile, Field] => [name as keyof StaffProfile, field])
  .toSorted(([a], [b]) => (order.indexOf(a) + 1 || 99) - (order.indexOf(b) + 1 || 99))

/** `Year 4 · Oak · EHC plan`. */
export const factsOf = ({ yearGroup, className, status }: StaffProfile): string =>
  [yearGroup && inWords(yearGroups[yearGroup]), className, inWords(senStatuses[status])]
    .filter(Boolean)
    .join(' · ')

/** `Published 3 Sept 2026 by Helen Marsh`. */
export const publishedWords = ({
  publishedOn,
  publishedBy,
}: Pick<StaffProfile, 'publishedOn' | 'publishedBy'>) =>
  t`Published ${showDay(publishedOn)}${publishedBy ? t` by ${publishedBy}` : ''}`

/** What a profile tells beside its facts: the label of each part and its text. */
export const toldOn = (
  profile: StaffProfile,
): { readonly name: string; readonly label: string; readonly text: string }[] =>
  parts
    .filter(([name]) => profile[name])
    .map(([name, field]) => ({ name, label: inWords(field.label), text: saidOf(field, profile[name]) }))

/** A one-page profile as staff read it, on a screen or on paper: only what was published. */
export const OnePage = ({
  profile,
  targets,
  headings = 'h2',
}: {
  profile: StaffProfile
  targets: readonly StaffTarget[]
  /** Under which it stands: the page’s own heading, or that of a part of the page. */
  headings?: 'h2' | 'h3' | 'h4'
}) => {
  const styles = useStyles()
  return (
    <div className={styles.page}>
      {toldOn(profile).map(({ name, label, text }) => (
        <section key={name} className={styles.part} aria-label={label}>
          <Text as={headings} size={300} weight="semibold" className={styles.label}>
            {label}
          </Text>
          <Text className={styles.words}>{text}</Text>
        </section>
      ))}
      {targets.length > 0 && (
        <section className={styles.part} aria-label={t`Targets`}>
          <Text
            as={headings}
            size={300}
            weight="semibold"
            className={styles.label}
          >{t`What we are working towards`}</Text>
          <ul className={styles.targets}>
            {targets.map((target) => (
              <li key={target.outcome}>
                <Text block className={styles.words}>
                  {target.text}
                </Text>
                <Text block size={200} className={styles.quiet}>
                  {[
                    inWords(StaffTarget.fields.kind.choices[target.kind]),
                    target.measure && t`measured by ${target.measure}`,
                    target.by && t`by ${showDay(target.by)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      {toldOn(profile).length === 0 && targets.length === 0 && (
        <Text className={styles.quiet}>{t`Only the name, the class and the SEN status.`}</Text>
      )}
    </div>
  )
}

const kinds = Object.keys(StaffTarget.fields.kind.choices)
/** Targets in their order: those of the plan, of the year, of the term, short steps. */
export const inOrder = <T extends StaffTarget>(targets: readonly T[]): T[] =>
  targets.toSorted(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || ((a.by ?? '9') < (b.by ?? '9') ? -1 : 1),
  )
