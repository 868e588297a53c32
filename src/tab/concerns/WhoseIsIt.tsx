import { t } from '../../words/t.ts'
import { Button, Field, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../domain/record.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { likelyPupils } from '../../domain/rules/concernSaid.ts'
import { TypeAhead } from '../../ui/controls/TypeAhead.tsx'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { pupilsHere, pupilText } from '../../ui/pupilOptions.ts'
import { useServices } from '../../ui/services.tsx'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { whyNotSaved } from '../../ui/words.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px', maxWidth: '640px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/**
 * Says whom a concern is about that names a child by hand. It is kept at once, with a way back: from then on what was
 * said belongs to the pupil, for requests for access and for disposal too.
 */
export const WhoseIsIt = ({
  said,
  pupils,
  pupil,
}: {
  said: Stored<StaffConcern>
  pupils: readonly Stored<Pupil>[]
  /** With whom it is matched already. */
  pupil: Stored<Pupil> | undefined
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const { doIt, busy, trouble } = useRecordAct(StaffConcern, said)
  const typed = said.pupilName ?? ''
  const match = (key: string | null) => {
    const found = pupils.find((one) => one.key === key)
    if (key === said.pupil) return
    void doIt({
      words: t`Match`,
      said: found ? t`It is about ${fullName(found)}` : t`Matched with nobody`,
      changes: () => ({ pupil: key }),
    })
  }
  const guesses = pupil
    ? []
    : likelyPupils(
        said.pupilName,
        pupils.filter(({ left }) => left === null || left >= today),
      )
  return (
    <div className={styles.all}>
      {!pupil && (
        <Text
          className={styles.quiet}
        >{t`It names a pupil by hand and is in nobody’s record yet. Say whom it is about first.`}</Text>
      )}
      {guesses.length > 0 && (
        <div className={styles.buttons}>
          {guesses.map((one) => (
            <Button key={one.key} disabled={busy} onClick={() => match(one.key)}>
              <Personal>{t`It is ${pupilText(one)}`}</Personal>
            </Button>
          ))}
        </div>
      )}
      <Field label={t`Which pupil is “${typed}”`} style={{ width: '100%' }}>
        <TypeAhead
          options={pupilsHere(pupils, today)}
          value={said.pupil}
          required={false}
          readOnly={busy}
          onChosen={match}
        />
      </Field>
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Choose the pupil once more.`}</Text>
      )}
    </div>
  )
}
