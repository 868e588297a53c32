import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { type Route, useGo } from '../../routes.ts'
import type { Planning } from './usePlan.ts'

const useStyles = makeStyles({
  all: { color: tokens.colorNeutralForeground2 },
  list: { margin: '4px 0 0', paddingLeft: '20px' },
})

/** Pupils with a plan for whom nothing is proposed, and why. */
export const OutsidePlan = ({
  planning: { plan, sorted },
  pupils,
}: {
  planning: Planning
  pupils: ReadonlyMap<string, Stored<Pupil>>
}) => {
  const styles = useStyles()
  const groups: {
    words: string
    keys: readonly string[]
    more?: ReactNode
    section: 'reviews' | 'details'
  }[] = [
    { words: t`due after the last term whose dates are entered`, keys: plan.beyond, section: 'reviews' },
    {
      words: t`without the date of the plan, so nobody knows by when`,
      keys: sorted.noDate,
      section: 'details',
    },
    {
      words: t`taught elsewhere than at a school: the authority holds the review`,
      keys: sorted.elsewhere,
      section: 'reviews',
    },
  ]
  const shown = groups.filter(({ keys }) => keys.length > 0)
  if (shown.length + sorted.unsaid.length === 0) return null
  return (
    <details className={styles.all}>
      <summary>
        <Text>{t`Not planned here: ${counted(shown.reduce((sum, { keys }) => sum + keys.length, 0) + sorted.unsaid.length, 'review')}`}</Text>
      </summary>
      {shown.map(({ words, keys, section }) => (
        <ul key={words} className={styles.list} aria-label={words}>
          {keys.map((key) => (
            <li key={key}>
              <To route={{ at: 'pupil', key, section }} pupil={pupils.get(key)!} />: {words}
            </li>
          ))}
        </ul>
      ))}
      {sorted.unsaid.length > 0 && (
        <ul className={styles.list}>
          {sorted.unsaid.map(({ key, review, day }) => (
            <li key={review}>
              <To route={{ at: 'review', key: review, block: null }} pupil={pupils.get(key)!} />
              {t`: the meeting of ${showDay(day)} isn’t marked as held`}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

const To = ({ route, pupil }: { route: Route; pupil: Stored<Pupil> }) => {
  const { href } = useGo()
  return (
    <Link href={href(route)}>
      <PupilName pupil={pupil} />
    </Link>
  )
}
