import { t } from '../../../words/t.ts'
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Select,
} from '@fluentui/react-components'
import { useState } from 'react'
import { date } from '../../../domain/fields.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import type { Day } from '../../../domain/rules/day.ts'
import type { Place, PlanNeed } from '../../../domain/rules/plannerTypes.ts'
import { type Around, consequencesOf, isImpossible, neighbour } from '../../../domain/rules/plannerMoves.ts'
import { warningsOf } from '../../../domain/rules/plannerWords.ts'
import { Control } from '../../../ui/controls/controls.tsx'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { useReturnFocus } from '../../../ui/useReturnFocus.ts'
import { Consequences } from './Consequences.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '14px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
})

const dayField = date(t`Day of the meeting`, { required: true })

/** Moves a proposal by keyboard or by buttons: earlier, later, to any day; what follows is told before it is done. */
export const MoveDialog = ({
  pupil,
  from,
  need,
  around,
  onPlace,
  onClose,
}: {
  pupil: Stored<Pupil>
  from: Place
  need: PlanNeed
  around: Around
  onPlace: (place: Place) => void
  onClose: () => void
}) => {
  const styles = useStyles()
  useReturnFocus()
  const [place, setPlace] = useState(from)
  const [wrong, setWrong] = useState<{ typed: string; message: string } | null>(null)
  const earlier = neighbour(place, -1, need, around)
  const later = neighbour(place, 1, need, around)
  const follows = consequencesOf(place, need, around)
  const go = (to: Place | null) => {
    setWrong(null)
    if (to) setPlace(to)
  }
  const times = [...new Set([...around.settings.times, place.time])].toSorted((a, b) => a - b)
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {t`Move the review of`} <PupilName pupil={pupil} short />
          </DialogTitle>
          <DialogContent className={styles.all}>
            <div className={styles.row}>
              <Button disabled={!earlier} onClick={() => go(earlier)}>{t`Earlier`}</Button>
              <Button disabled={!later} onClick={() => go(later)}>{t`Later`}</Button>
            </div>
            <div className={styles.row}>
              <Field
                label={t`Day`}
                validationState={wrong ? 'error' : 'none'}
                validationMessage={wrong?.message ?? null}
              >
                <Control
                  key={place.day}
                  field={dayField}
                  value={place.day}
                  typed={wrong?.typed ?? null}
                  readOnly={false}
                  options={[]}
                  onValue={(day) => day !== null && go({ ...place, day: day as Day })}
                  onWrong={(typed, message) => setWrong({ typed, message })}
                  onLeave={() => undefined}
                />
              </Field>
              <Field label={t`Time`}>
                <Select
                  value={String(place.time)}
                  onChange={(_, { value }) => go({ ...place, time: Number(value) })}
                >
                  {times.map((time) => (
                    <option key={time} value={time}>
                      {showTime(time)}
                    </option>
                  ))}
                </Select>
              </Field>
            </div>
            <div aria-live="polite">
              <Consequences follows={follows} />
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t`Cancel`}</Button>
            <Button
              appearance="primary"
              disabled={isImpossible(follows, around.today) || wrong !== null}
              onClick={() => onPlace(place)}
            >
              {warningsOf(follows).length > 0 ? t`Put it there all the same` : t`Put it there`}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
