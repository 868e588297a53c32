import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { counted } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { asideReasons, StaffConcern } from '../../domain/records/staffConcern.ts'
import { notAside } from '../../domain/rules/concernSaid.ts'
import { showDay } from '../../domain/rules/day.ts'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { whyNotSaved } from '../../ui/words.ts'
import { Raised } from './Raised.tsx'
import { Said } from './Said.tsx'

const useStyles = makeStyles({
  all: { maxWidth: '900px', paddingBottom: '28px' },
  one: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px', padding: '8px 0' },
  said: { width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What was put aside, folded: why, what whoever said it was told, and the way back. */
export const AsideList = ({
  aside,
  byKey,
  mayWrite,
}: {
  aside: readonly Stored<StaffConcern>[]
  byKey: ReadonlyMap<string, Stored<Pupil>>
  mayWrite: boolean
}) => {
  const styles = useStyles()
  if (aside.length === 0) return null
  return (
    <details className={styles.all}>
      <summary>{t`${counted(aside.length, 'concern')} from staff put aside`}</summary>
      {aside.map((one) => (
        <Aside key={one.key} said={one} pupil={byKey.get(one.pupil ?? '')} mayWrite={mayWrite} />
      ))}
    </details>
  )
}

const Aside = ({
  said,
  pupil,
  mayWrite,
}: {
  said: Stored<StaffConcern>
  pupil: Stored<Pupil> | undefined
  mayWrite: boolean
}) => {
  const styles = useStyles()
  const { doIt, busy, trouble } = useRecordAct(StaffConcern, said)
  const name = pupil ? fullName(pupil) : (said.pupilName ?? t`A pupil`)
  return (
    <div className={styles.one}>
      <div className={styles.said}>
        <Said said={said} heading={<Raised said={said} name={name} />} />
      </div>
      <Text>
        {t`Put aside ${showDay(said.asideOn!)}`}
        {said.asideWhy && `: ${inWords(asideReasons[said.asideWhy])}`}
      </Text>
      <Text className={styles.quiet}>
        {said.reply ? t`${said.by} reads: ${said.reply}` : t`${said.by} reads only that it was looked at`}
      </Text>
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again.`}</Text>}
      {mayWrite && (
        <Button
          size="small"
          disabled={busy}
          aria-label={t`Take up again what ${said.by} says of ${name}`}
          onClick={() =>
            void doIt({
              words: t`Take up again`,
              said: t`It stands under New from staff again`,
              changes: () => notAside,
            })
          }
        >{t`Take up again`}</Button>
      )}
    </div>
  )
}
