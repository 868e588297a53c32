import { Field as FluentField, makeStyles, Text, ToggleButton } from '@fluentui/react-components'
import { date } from '../../domain/fields.ts'
import { censuses } from '../../domain/rules/censusDays.ts'
import { showDay, showWeekday } from '../../domain/rules/day.ts'
import { Control } from '../../ui/controls/controls.tsx'
import { useServices } from '../../ui/services.tsx'
import { Why } from '../../ui/Why.tsx'
import { type Asked, daysAround } from './asked.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-end' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingBottom: '4px' },
  day: { width: '220px' },
})
const field = date('Census day', { required: true })

/** Which census, on which day: computed, and another where the Department has named one. */
export const ChooseCensus = ({ asked, onAsked }: { asked: Asked; onAsked: (asked: Asked) => void }) => {
  const styles = useStyles()
  const days = daysAround(useServices().today())
  const usual = days.find(({ census, day }) => census === asked.census && day === asked.day)
  return (
    <div className={styles.line}>
      <div className={styles.chips}>
        {days.map(({ census, day }) => {
          const checked = census === asked.census && day === asked.day
          return (
            <ToggleButton
              key={day}
              shape="circular"
              size="small"
              checked={checked}
              appearance={checked ? 'primary' : 'outline'}
              onClick={() => onAsked({ census, day })}
            >
              {`${censuses[census]} ${showDay(day)}`}
            </ToggleButton>
          )
        })}
      </div>
      <FluentField label="Census day" className={styles.day}>
        <Control
          key={asked.day}
          field={field}
          value={asked.day}
          typed={null}
          readOnly={false}
          options={[]}
          onValue={(day) => typeof day === 'string' && onAsked({ ...asked, day })}
          onWrong={() => undefined}
          onLeave={() => undefined}
        />
      </FluentField>
      <Text>
        {usual ? (
          <Why why={usual.why}>{`${censuses[asked.census]} census, ${showWeekday(asked.day)}`}</Why>
        ) : (
          `${censuses[asked.census]} census, ${showWeekday(asked.day)}: a day that you chose`
        )}
      </Text>
    </div>
  )
}
