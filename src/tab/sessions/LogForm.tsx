import { entriesInWords, t } from '../../words/t.ts'
import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { CheckmarkRegular, DismissRegular } from '@fluentui/react-icons'
import { missedReasons } from '../../domain/records/delivery.ts'
import type { Missed } from '../../domain/rules/ledgerTypes.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { formWords, minutesIn, type SessionForm } from './sessionForm.ts'
import type { Session } from './sessions.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '10px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  pupil: { display: 'flex', flexWrap: 'wrap', gap: '6px 8px', alignItems: 'center' },
  toggle: {
    minHeight: '44px',
    justifyContent: 'flex-start',
    flexGrow: 1,
    flexBasis: '150px',
    overflowWrap: 'anywhere',
  },
  reason: { flexGrow: 1, flexBasis: '150px' },
  number: { width: '104px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
  act: { minHeight: '44px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const reasons = entriesInWords(missedReasons) as [Missed, string][]

/** Who was there, how long, why not, and a note. It comes with everybody there for as long as planned. */
export const LogForm = ({
  session,
  form,
  busy,
  onForm,
  onLog,
  onClose,
}: {
  session: Session
  form: SessionForm
  busy: boolean
  onForm: (form: SessionForm) => void
  onLog: () => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const { places } = session
  const nobody = places.every(({ plan }) => form.away[plan.allocation] !== undefined)
  const minutes = minutesIn(form.minutes)
  const wrong = !nobody && typeof minutes !== 'number' ? minutes.wrong : undefined
  const setAway = (allocation: string, missed: Missed | null) => {
    const { [allocation]: _, ...others } = form.away
    onForm({ ...form, away: missed ? { ...others, [allocation]: missed } : others })
  }
  const notHeld = (missed: Missed | null) =>
    onForm({
      ...form,
      away: missed ? Object.fromEntries(places.map(({ plan }) => [plan.allocation, missed])) : {},
    })
  return (
    <div className={styles.form}>
      <ul className={styles.list} aria-label={t`Who was there`}>
        {places.map(({ plan, pupil }) => {
          const missed = form.away[plan.allocation] ?? null
          return (
            <li key={plan.allocation} className={styles.pupil}>
              <ToggleButton
                className={styles.toggle}
                checked={missed === null}
                icon={missed === null ? <CheckmarkRegular /> : <DismissRegular />}
                onClick={() => setAway(plan.allocation, missed === null ? 'pupilAbsent' : null)}
              >
                <span>
                  <Personal>{pupil.name}</Personal>
                  {missed === null ? t` was there` : t` was not there`}
                </span>
              </ToggleButton>
              {missed !== null && (
                <Select
                  className={styles.reason}
                  aria-label={t`Why ${pupil.name} missed it`}
                  value={missed}
                  onChange={(_, { value }) => setAway(plan.allocation, value as Missed)}
                >
                  {reasons.map(([code, words]) => (
                    <option key={code} value={code}>
                      {words}
                    </option>
                  ))}
                </Select>
              )}
            </li>
          )
        })}
      </ul>
      <div className={styles.row}>
        {!nobody && (
          <Field label={t`Minutes`} {...(wrong ? { validationMessage: wrong } : {})}>
            <Input
              className={styles.number}
              inputMode="numeric"
              value={form.minutes}
              onChange={(_, { value }) => onForm({ ...form, minutes: value })}
            />
          </Field>
        )}
        <Button
          className={styles.act}
          appearance="subtle"
          onClick={() => notHeld(nobody ? null : 'staffAbsent')}
        >
          {nobody ? t`It was held after all` : t`It was not held`}
        </Button>
      </div>
      <Field label={t`Note`} hint={t`All staff can read this`}>
        <Input
          value={form.note}
          maxLength={255}
          onChange={(_, { value }) => onForm({ ...form, note: value })}
        />
      </Field>
      <div className={styles.row}>
        <Button
          className={styles.act}
          appearance="primary"
          disabled={busy || wrong !== undefined}
          onClick={onLog}
        >{t`Log: ${formWords(session, form)}`}</Button>
        <Button className={styles.act} disabled={busy} onClick={onClose}>{t`Cancel`}</Button>
      </div>
      <Text size={200} className={styles.quiet}>
        {nobody && t`It counts as missed for everybody, each with the reason above. `}
        {t`Until you press Log this is on this page alone: reloading or closing the page loses it.`}
      </Text>
    </div>
  )
}
