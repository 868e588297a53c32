import { inWords, t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { RoleRates } from '../../../domain/rules/rateLine.ts'
import { staffRoles } from '../../../domain/rules/codes.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { rateWhy } from '../../../domain/rules/enteredWhy.ts'
import { hourlyRate, showRate } from '../../../domain/rules/cost.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    maxWidth: '900px',
  },
  role: {
    display: 'grid',
    gridTemplateColumns: '190px 1fr',
    gap: '4px 16px',
    alignItems: 'center',
    '@media (max-width: 640px)': { gridTemplateColumns: '1fr' },
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px', margin: 0, padding: 0, listStyle: 'none' },
  part: {
    padding: '2px 10px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontVariantNumeric: 'tabular-nums',
  },
  now: { borderLeftColor: tokens.colorBrandStroke1 },
  gap: { borderLeftColor: tokens.colorStatusDangerBorder1, backgroundColor: tokens.colorNeutralBackground1 },
})

/** Each role's rates one after the other, with the days on which support runs without one. */
export const RateLines = ({ roles, today }: { roles: readonly RoleRates[]; today: Day }) => {
  const styles = useStyles()
  return (
    <ul className={styles.list} aria-label={t`Rates over time`}>
      {roles.map(({ role, parts, twice }) => (
        <li key={role} className={styles.role}>
          <Text weight="semibold">{inWords(staffRoles[role])}</Text>
          <div>
            <ol className={styles.line}>
              {parts.map((part) =>
                part.is === 'gap' ? (
                  <li key="gap" className={`${styles.part} ${styles.gap}`}>
                    <StatusMark status="overdue" word={t`No rate`} />{' '}
                    <Text
                      size={200}
                    >{t`from ${showDay(part.from)}${part.until ? t` to ${showDay(part.until)}` : ''}: ${part.lines} ${part.lines === 1 ? t`line of support` : t`lines of support`} can’t be costed`}</Text>
                  </li>
                ) : (
                  <li
                    key={part.from}
                    className={`${styles.part} ${part.from <= today && (part.until === null || part.until >= today) ? styles.now : ''}`}
                  >
                    <Text size={200}>
                      <Why why={rateWhy(part.rate)}>{showRate(hourlyRate(part.rate))}</Why>{' '}
                      {t`an hour from ${showDay(part.from)}${part.until ? t` to ${showDay(part.until)}` : ''}`}
                    </Text>
                  </li>
                ),
              )}
            </ol>
            {twice.map((rate) => (
              <Text
                key={rate.key}
                size={200}
                block
              >{t`Two rates begin on ${showDay(rate.from)}: the first entered is used. Archive one of them.`}</Text>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
