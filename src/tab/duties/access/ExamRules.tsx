import { inWords, t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ExamRule } from '../../../domain/records/examRule.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { arrangementKinds, arrangementWays, examTests, sureness } from '../../../domain/rules/examCodes.ts'
import { knownScores, knownWays, type RuleSource } from '../../../domain/rules/examRules.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { narrowRows, narrowTable } from '../../../ui/narrowTable.ts'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { allOrNone } from '../../../ui/useSchool.ts'
import { Waiting } from '../../pupil/Waiting.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '16px', maxWidth: '900px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '6px 16px 6px 4px',
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { color: tokens.colorNeutralForeground2 },
    [narrowTable]: narrowRows,
  },
})

const fields = [
  'about',
  'from',
  'low',
  'high',
  'year',
  'tests',
  'arrangement',
  'way',
  'source',
  'sure',
  'note',
] as const

const scoresSay = ({ low, high, year }: { low: number; high: number; year: number }): string =>
  t`Two scores of ${low} or less, or one of ${low} or less with one up to ${high}; not before Year ${year}`

const saidOf = (rule: ExamRule): string =>
  rule.about === 'scores' && rule.low !== null && rule.high !== null && rule.year !== null
    ? scoresSay({ low: rule.low, high: rule.high, year: rule.year })
    : [
        rule.tests && inWords(examTests[rule.tests]),
        rule.arrangement && inWords(arrangementKinds[rule.arrangement]),
        rule.way && inWords(arrangementWays[rule.way]),
      ]
        .filter(Boolean)
        .join(' · ')

/** The dated rules that suggestions go by: the school’s own rows, and what is known where it wrote none. */
export const ExamRules = () => {
  const styles = useStyles()
  const services = useServices()
  const rules = useQuery(allOrNone(services, ExamRule))
  const known: readonly (RuleSource & { readonly says: string; readonly of: string })[] = [
    ...knownScores.map((rule) => ({
      ...rule,
      of: t`25% extra time, ${inWords(examTests.jcq)}`,
      says: scoresSay(rule),
    })),
    ...knownWays.map((rule) => ({
      ...rule,
      of: `${inWords(arrangementKinds[rule.arrangement])}, ${inWords(examTests[rule.tests])}`,
      says: inWords(arrangementWays[rule.way]),
    })),
  ]
  const heads = [t`What it is about`, t`What it says`, t`In force`, t`Where it is written`, t`How sure`]
  return (
    <section className={styles.part} aria-label={t`Rules that suggestions go by`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {t`Rules that suggestions go by`}
      </Text>
      <Text className={styles.quiet}>
        {t`The boards and the testing agency publish their rules anew each year. Write down what this year’s book says: from its day on, your row goes before the table below.`}
      </Text>
      <Loaded queries={[rules]} shape={<Waiting />}>
        {(list) => (
          <>
            <Unreadable listings={[list]} />
            <RecordCards
              type={ExamRule}
              records={list.records.toSorted((a, b) => b.from.localeCompare(a.from))}
              summary={(rule) => (
                <TwoLines
                  first={saidOf(rule)}
                  second={[t`from ${showDay(rule.from)}`, rule.source, inWords(sureness[rule.sure])].join(
                    ' · ',
                  )}
                />
              )}
              groups={[{ fields }]}
              add={{
                words: t`Add a rule`,
                given: { from: services.today(), sure: 'read' },
                fields: fields.slice(0, 10),
              }}
              empty={{
                title: t`No rule of your own yet`,
                todo: t`Suggestions go by the table below until you write down what this year’s book says.`,
              }}
            />
          </>
        )}
      </Loaded>
      <table className={styles.table}>
        <caption className={styles.quiet}>{t`What is known without you, and how sure that is`}</caption>
        <thead>
          <tr>
            {heads.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.map((rule) => (
            <tr key={rule.of}>
              <th scope="row">{rule.of}</th>
              <td data-label={heads[1]}>{rule.says}</td>
              <td data-label={heads[2]}>
                {rule.until
                  ? t`${showDay(rule.from)} to ${showDay(rule.until)}`
                  : t`from ${showDay(rule.from)}`}
              </td>
              <td data-label={heads[3]}>{rule.source}</td>
              <td data-label={heads[4]}>{inWords(sureness[rule.sure])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
