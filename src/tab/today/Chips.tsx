import { t } from '../../words/t.ts'
import { makeStyles, ToggleButton } from '@fluentui/react-components'
import { showCount } from '../../domain/counted.ts'
import { countsFor, isWhole, type Show, shows, type WorkList } from '../../domain/rules/today.ts'
import { namesOf } from './words.ts'

const useStyles = makeStyles({
  chips: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  count: { marginLeft: '6px', fontVariantNumeric: 'tabular-nums' },
})

/** How much there is of each, as buttons that show it alone. A count that isn't whole yet says so. */
export const Chips = ({
  work,
  show,
  onShow,
}: {
  work: WorkList
  show: Show | null
  onShow: (show: Show | null) => void
}) => {
  const styles = useStyles()
  const names = namesOf(work.periods)
  return (
    <div className={styles.chips} role="group" aria-label={t`Show only`}>
      {shows.map((each) => {
        const count = work.lines.filter((line) => countsFor(line, each)).length
        return (
          <ToggleButton
            key={each}
            shape="circular"
            size="small"
            checked={show === each}
            appearance={show === each ? 'primary' : 'outline'}
            onClick={() => onShow(show === each ? null : each)}
          >
            {names[each]}{' '}
            <b className={styles.count}>{`${showCount(count)}${isWhole(work, each) ? '' : '…'}`}</b>
          </ToggleButton>
        )
      })}
    </div>
  )
}
