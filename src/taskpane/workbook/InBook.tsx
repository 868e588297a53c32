import { t } from '../../words/t.ts'
import {
  Button,
  Dropdown,
  Field,
  makeStyles,
  Option,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { ArrowSyncRegular, SendRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { FoundMap } from '../../host/excel.ts'
import { useAskMayWrite } from '../../ui/useMayAdd.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { AskCard } from '../AskCard.tsx'
import { WorkNotice } from '../WorkNotice.tsx'
import { MapFound } from './MapFound.tsx'
import { HowItComesBack } from './HowItComesBack.tsx'
import { useMapBack } from './useMapBack.ts'

const useStyles = makeStyles({
  all: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { ...typographyStyles.subtitle2, margin: 0, ':focus': { outline: 'none' } },
  verbs: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The maps that stand in the open workbook: what was changed in them goes to the records, and the other way. */
export const InBook = ({
  maps,
  pupil,
  onBusy,
}: {
  maps: readonly FoundMap[]
  /** Any pupil's row, to ask what this person may do. */
  pupil: Stored<Pupil> | undefined
  onBusy: (busy: boolean) => void
}) => {
  const styles = useStyles()
  const use = useMapBack()
  const [chosen, setChosen] = useState<string | null>(null)
  const map = maps.find(({ id }) => id === chosen) ?? maps[0]!
  useAskMayWrite(pupil)
  const mayWrite = useMayWrite(Allocation)
  const busy = use.work.is === 'working'
  const { looking, back } = use
  const nameOf = ({ about, mapSheet, sheets }: FoundMap) =>
    [mapSheet ?? sheets[0], about].filter(Boolean).join(' · ')
  // What was pressed is gone once it is done: the keyboard goes on from the top of this part.
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (use.work.is === 'done' && document.activeElement === document.body) title.current?.focus()
  }, [use.work.is])
  useEffect(() => onBusy(use.work.is !== 'nothing' && use.work.is !== 'done'), [onBusy, use.work.is])
  return (
    <div className={styles.all}>
      <h1 ref={title} tabIndex={-1} className={styles.head}>{t`The map in this workbook`}</h1>
      {maps.length > 1 ? (
        <Field label={t`Map`}>
          <Dropdown
            style={{ minWidth: 0 }}
            value={nameOf(map)}
            selectedOptions={[map.id]}
            disabled={busy || looking !== null}
            onOptionSelect={(_, { optionValue }) => setChosen(optionValue ?? null)}
          >
            {maps.map((one) => (
              <Option key={one.id} value={one.id}>
                {nameOf(one)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      ) : (
        <Text size={200} className={styles.quiet}>
          {nameOf(map)}
        </Text>
      )}
      {looking === null && (
        <div className={styles.verbs}>
          <Button
            appearance="primary"
            icon={<SendRegular />}
            disabled={busy}
            onClick={() => void use.look(map, 'send')}
          >{t`Send changes`}</Button>
          <Button
            icon={<ArrowSyncRegular />}
            disabled={busy}
            onClick={() => void use.look(map, 'refresh')}
          >{t`Refresh`}</Button>
          {use.undo && <Button disabled={busy} onClick={use.undo}>{t`Undo what was sent`}</Button>}
        </div>
      )}
      {looking &&
        back &&
        ('refusal' in back ? (
          <AskCard
            title={
              back.refusal.why === 'otherYear' ? t`Another school year’s map` : t`This map can’t be read back`
            }
            answers={[
              ...(back.refusal.why === 'otherYear'
                ? [
                    {
                      words: t`Read it all the same`,
                      onChosen: () => use.setChosen((now) => ({ ...now, otherYear: true })),
                    },
                  ]
                : []),
              { words: t`Leave it`, main: true, onChosen: use.dismiss },
            ]}
          >
            <Text>{back.refusal.words}</Text>
          </AskCard>
        ) : (
          <MapFound use={use} looking={looking} found={back} mayWrite={mayWrite} />
        ))}
      {looking === null && use.work.is === 'nothing' && <HowItComesBack />}
      {use.stop && (
        <div>
          <Button onClick={use.stop}>{t`Stop`}</Button>
        </div>
      )}
      {use.work.is !== 'looking' && <WorkNotice work={use.work} onDismiss={use.dismiss} />}
    </div>
  )
}
