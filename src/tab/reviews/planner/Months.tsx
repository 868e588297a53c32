import { t } from '../../../words/t.ts'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import type { MeetingSettings } from '../../../domain/rules/plannerSettings.ts'
import type { NeededLoad, Plan } from '../../../domain/rules/plannerTypes.ts'
import { monthWords, neededWhy } from '../../../domain/rules/plannerWords.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { type PlanMonth, planMonths } from './months.ts'

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
    gap: '6px 24px',
  },
  month: { display: 'flex', flexDirection: 'column', gap: '2px', alignItems: 'flex-start' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** Each month of the plan: how many meetings, how many a week it needs and why, how many are held. */
export const Months = ({
  plan,
  meetings,
  busy,
  onHold,
}: {
  plan: Plan
  meetings: MeetingSettings
  busy: boolean
  /** Settles that a month holds as many as it needs; left out for who may only read. */
  onHold?: (needed: NeededLoad) => void
}) => {
  const styles = useStyles()
  const months = planMonths(plan, meetings)
  if (months.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t`Meetings by month`}>
      {months.map((one) => (
        <li key={one.month} className={styles.month}>
          <span>
            <span className={styles.name}>{monthWords(one.month)}</span>: {counted(one.meetings, 'meeting')}
            {one.most > 1 && one.most < one.meetings && t`, up to ${one.most} a week`}.{' '}
          </span>
          <span className={styles.quiet}>
            {one.needed && (
              <>
                {t`Needs`} <Why why={neededWhy(one.needed)}>{t`${one.needed.aWeek} a week`}</Why>,{' '}
              </>
            )}
            {sentence(holdsWords(one, meetings), one.needed === null)}.
          </span>
          {one.tooFew && one.needed && (
            <>
              <StatusMark status="late" word={t`Too few for all to be in time`} />
              {onHold && (
                <Button
                  size="small"
                  disabled={busy}
                  onClick={() => onHold(one.needed!)}
                >{t`Hold ${one.needed.aWeek} a week in ${monthWords(one.month)}`}</Button>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const sentence = (words: string, begins: boolean) =>
  begins ? `${words[0]!.toUpperCase()}${words.slice(1)}` : words

const holdsWords = ({ holds: [least, most] }: PlanMonth, { aWeek, loads }: MeetingSettings): string => {
  const number = least === most ? String(most) : t`${least} to ${most}`
  return aWeek === null && loads.length === 0
    ? t`planned with ${number} at most`
    : t`you hold ${number} at most`
}
