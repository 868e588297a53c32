import { inWords, t } from '../../words/t.ts'
import {
  Button,
  Field as FluentField,
  makeStyles,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { date } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import { CensusSetting } from '../../domain/records/censusSetting.ts'
import { censusDays, censuses, dayFitsCensus } from '../../domain/rules/censusDays.ts'
import { type Day, showDay, showWeekday, weekdayOf } from '../../domain/rules/day.ts'
import { academicYearOf } from '../../domain/rules/schoolYear.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { Control } from '../../ui/controls/controls.tsx'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useArchive } from '../../ui/useArchive.ts'
import { Why } from '../../ui/Why.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { type Asked, daysAround } from './asked.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-end' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingBottom: '4px' },
  day: { width: '220px' },
  said: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px', minHeight: '32px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})
const field = date(t`Census day`, { required: true })
const saturday = 6
/** Of the same census in the same school year, as if the school had written nothing down. */
const usualDay = ({ census, day }: Asked): Day =>
  censusDays(academicYearOf(day)).find((each) => each.census === census)!.day

/**
 * Which census, on which day: the day that the school wrote down, else the usual one. Any other day can be looked at;
 * kept, with where it is written, it is the school's from then on.
 */
export const ChooseCensus = ({
  asked,
  settings,
  onAsked,
}: {
  asked: Asked
  settings: readonly Stored<CensusSetting>[]
  onAsked: (asked: Asked) => void
}) => {
  const styles = useStyles()
  const { records, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const mayWrite = useMayWrite(CensusSetting)
  const { archive, trouble } = useArchive(CensusSetting)
  const [keeping, setKeeping] = useState(false)
  const days = daysAround(today(), settings)
  const known = days.find(({ census, day }) => census === asked.census && day === asked.day)
  const named = settings.find(({ key }) => key === known?.named)
  const words = t`${inWords(censuses[asked.census])} census, ${showWeekday(asked.day)}`
  const isWeekend = [0, saturday].includes(weekdayOf(asked.day))
  const kept = (row: Stored<CensusSetting>) =>
    say(
      t`${inWords(censuses[asked.census])} census day kept: ${showDay(row.day)}`,
      () =>
        void records
          .store(CensusSetting)
          .archive(row, 'Taken back')
          .then(
            (gone) => put(CensusSetting, gone),
            () => say(t`That could not be taken back: somebody changed it since.`),
          ),
    )
  return (
    <>
      <div className={styles.line}>
        <div className={styles.chips}>
          {days.map(({ census, day }) => {
            const checked = census === asked.census && day === asked.day
            return (
              <ToggleButton
                key={`${census}${day}`}
                shape="circular"
                size="small"
                checked={checked}
                appearance={checked ? 'primary' : 'outline'}
                onClick={() => onAsked({ census, day })}
              >
                {`${inWords(censuses[census])} ${showDay(day)}`}
              </ToggleButton>
            )
          })}
        </div>
        <FluentField label={t`Census day`} className={styles.day}>
          <Control
            key={asked.day}
            field={field}
            value={asked.day}
            typed={null}
            readOnly={false}
            options={[]}
            onValue={(day) => {
              setKeeping(false)
              if (typeof day === 'string') onAsked({ ...asked, day })
            }}
            onWrong={() => undefined}
            onLeave={() => undefined}
          />
        </FluentField>
        <div className={styles.said}>
          {known ? (
            <Text>
              <Why why={known.why}>{words}</Why>
              {named && <span className={styles.quiet}>{`: ${named.source}`}</span>}
            </Text>
          ) : (
            <Text>
              {t`${words}: a day that you look at`}
              {isWeekend && t`, a weekend`}
            </Text>
          )}
          {mayWrite && !known && !keeping && dayFitsCensus(asked.census, asked.day) && (
            <Button size="small" onClick={() => setKeeping(true)}>{t`Keep it as the census day`}</Button>
          )}
          {mayWrite && named && (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                void archive(named, 'Back to the usual day')
                onAsked({ ...asked, day: usualDay(asked) })
              }}
            >{t`Back to the usual day`}</Button>
          )}
        </div>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
      {keeping && (
        <AddForm
          type={CensusSetting}
          title={t`Keep ${showDay(asked.day)} as the census day`}
          given={{ what: asked.census, day: asked.day }}
          fields={['source']}
          onStored={(row) => kept(row as Stored<CensusSetting>)}
          onClose={() => setKeeping(false)}
        />
      )}
    </>
  )
}
