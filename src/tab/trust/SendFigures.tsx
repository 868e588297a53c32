import { t } from '../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import type { Trouble } from '../../domain/problem.ts'
import { troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { figuresKeyOf, SchoolFigures } from '../../domain/records/schoolFigures.ts'
import { figureKinds, type TrustFigure } from '../../domain/rules/trustFigures.ts'
import { figuresText, readFigures, showFigure } from '../../domain/rules/trustTotals.ts'
import { showDay } from '../../domain/rules/day.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { useState } from 'react'
import { Waiting } from '../pupil/Waiting.tsx'
import { readSchoolFigures, trustKey } from './useTrust.ts'
import { useOwnFigures } from './useOwnFigures.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '10px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: { margin: 0, paddingLeft: '20px', columnWidth: '300px', alignSelf: 'stretch' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What this school would send today, line for line, what of it is new, and the button that sends it. */
export const SendFigures = ({ sent }: { sent: Stored<SchoolFigures> | null }) => {
  const { queries, own } = useOwnFigures()
  const [open, setOpen] = useState(false)
  const styles = useStyles()
  return (
    <section className={styles.card} aria-label={t`What this school sends`}>
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>{t`What this school sends`}</Text>
      <Text>{t`${
        sent
          ? t`Sent on ${showDay(sent.on)}${sent.by ? t` by ${sent.by}` : ''}.`
          : t`Nothing has been sent yet.`
      } Trust and governors read counts and sums alone, and never a pupil’s record.`}</Text>
      {open ? (
        <Loaded queries={queries} shape={<Waiting />}>
          {() => own && <Look sent={sent} {...own} onDone={() => setOpen(false)} />}
        </Loaded>
      ) : (
        <Button onClick={() => setOpen(true)}>{t`Look at today’s figures`}</Button>
      )}
    </section>
  )
}

const useSend = (sent: Stored<SchoolFigures> | null) => {
  const services = useServices()
  const client = useQueryClient()
  const [state, setState] = useState<'ready' | 'sending' | Trouble>('ready')
  const send = async (figures: readonly TrustFigure[], fewest: number): Promise<boolean> => {
    setState('sending')
    try {
      const record = {
        school: services.school.name,
        on: services.today(),
        by: (await services.me()).displayName,
        fewest,
        figures: figuresText(figures),
      }
      const store = services.records.store(SchoolFigures)
      // One row a school: whoever sends first makes it, also where two do at once.
      const before = sent ?? (await readSchoolFigures(services))
      await (before ? store.update(before, record) : store.create(record, figuresKeyOf(services.school.id)))
      await client.invalidateQueries({ queryKey: trustKey(services.school.id) })
      setState('ready')
      return true
    } catch (thrown) {
      setState(troubleOf(thrown))
      return false
    }
  }
  return { state, send }
}

const Look = ({
  sent,
  figures,
  fewest,
  onDone,
}: {
  sent: Stored<SchoolFigures> | null
  figures: readonly TrustFigure[]
  fewest: number
  onDone: () => void
}) => {
  const styles = useStyles()
  const { state, send } = useSend(sent)
  const before = readFigures(sent?.figures ?? '')
  const kinds = new Map(figureKinds.map((kind) => [kind.id, kind]))
  const told = figures.filter(({ value }) => value !== 0)
  const isNew = ({ id, value }: TrustFigure) => sent !== null && before.get(id) !== value
  return (
    <>
      <Text>
        {t`This is all that would be sent. Counts of 1 to ${fewest - 1} are hidden, and as many beside them as it takes that nobody can work them out. Figures of nobody are sent as 0.`}
      </Text>
      <ul className={styles.list}>
        {told.map((figure) => {
          const { words, unit } = kinds.get(figure.id)!
          return (
            <li key={figure.id}>
              {words}:{' '}
              {isNew(figure) ? <b>{showFigure(unit, figure.value)}</b> : showFigure(unit, figure.value)}
              {isNew(figure) && before.has(figure.id) && (
                <span className={styles.quiet}> {t`(was ${showFigure(unit, before.get(figure.id)!)})`}</span>
              )}
            </li>
          )
        })}
      </ul>
      {typeof state === 'object' && <TroubleNotice trouble={state} />}
      {sent !== null && !figures.some(isNew) && (
        <MessageBar>
          <MessageBarBody>{t`Nothing changed since. Sending says that it is so today.`}</MessageBarBody>
        </MessageBar>
      )}
      <div style={{ display: 'flex', gap: 8 }}>
        <Button
          appearance="primary"
          disabled={state === 'sending'}
          onClick={() => void send(figures, fewest).then((done) => done && onDone())}
        >
          {state === 'sending' ? t`Sending` : t`Send these figures`}
        </Button>
        <Button onClick={onDone}>{t`Not now`}</Button>
      </div>
    </>
  )
}
