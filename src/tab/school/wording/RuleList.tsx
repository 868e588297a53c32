import { inWords, t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { grouped } from '../../../domain/grouped.ts'
import type { Day } from '../../../domain/rules/day.ts'
import type { WordingRule } from '../../../domain/wording/rule.ts'
import { wordingRules } from '../../../domain/wording/rules.ts'
import { missingSaid } from '../../../ui/wording/findingWords.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { strengths } from '../../../ui/WhyBox.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '900px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 16px',
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  says: { '::first-letter': { textTransform: 'uppercase' } },
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { margin: '12px 0 4px' },
})

const headings: Readonly<Record<string, string>> = {
  provision: t`Lines of provision`,
  outcome: t`Outcomes and targets`,
  action: t`Actions`,
  text: t`Any text`,
}
const binding = ({ strength }: WordingRule) => strength === 'must' || strength === 'should'

/** Every rule about wording that holds today: what it marks, who says so, and whether the school stopped it. */
export const RuleList = ({ off, today }: { off: ReadonlySet<string>; today: Day }) => {
  const styles = useStyles()
  const inForce = wordingRules.filter(({ from, until }) => from <= today && (!until || until >= today))
  return [...grouped(inForce, ({ id }) => id.split('.')[0]!)].map(([group, rules]) => (
    <section key={group} aria-label={headings[group]}>
      <Text as="h3" size={400} weight="semibold" block className={styles.heading}>
        {headings[group]}
      </Text>
      <ul className={styles.list}>
        {rules.map((rule) => (
          <li key={rule.id} className={styles.row}>
            <div>
              <Text block weight="semibold">
                {inWords(rule.name)}
              </Text>
              <Text block className={styles.says}>
                {rule.phrases || rule.missing.length === 0
                  ? inWords(rule.says)
                  : `${inWords(rule.says)}: ${missingSaid({ whatIsMissing: rule.missing })}`}
              </Text>
              <Text block size={200} className={styles.quiet}>
                {strengths[rule.strength]} · {inWords(rule.source)}
              </Text>
            </div>
            <div>
              {off.has(rule.id) ? (
                <StatusMark
                  status={binding(rule) ? 'dueSoon' : 'unknown'}
                  word={binding(rule) ? t`Not marked, still asked for` : t`Not marked`}
                />
              ) : (
                <StatusMark status="onTrack" word={t`Marked`} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  ))
}
