import { t } from '../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { type Field, saidOf, type Value } from '../domain/fields.ts'
import { changedWords } from './changedWords.ts'
import type { KeyOption } from './controls/control.ts'
import type { Answer, Conflict, Draft } from './draft/types.ts'
import type { AnyRecordType } from '../domain/record.ts'
import { whoStored } from './history/changes.ts'
import { historyQuery } from './history/historyQuery.ts'
import { MarkedText } from './MarkedText.tsx'
import { useServices } from './services.tsx'
import { useSay } from './undo.tsx'
import { whenWords } from './when.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    marginTop: '8px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderLeftWidth: '4px',
    borderRadius: tokens.borderRadiusMedium,
  },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: '12px 20px',
  },
  side: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  who: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

/** Both texts of one field, who wrote the other and when, and the three choices. */
export const ConflictCard = ({
  type,
  field,
  name,
  label,
  draft,
  conflict,
  options,
  onChosen,
}: {
  type: AnyRecordType
  field: Field
  name: string
  label: string
  draft: Draft
  conflict: Conflict
  options: readonly KeyOption[]
  /** The buttons have gone or changed: the field takes the focus. */
  onChosen: () => void
}) => {
  const styles = useStyles()
  const say = useSay()
  const services = useServices()
  const { today } = services
  const words = ({ value, typed }: Answer) =>
    typed ??
    (field.kind === 'key' ? (options.find(({ key }) => key === value)?.text ?? '') : saidOf(field, value))
  const current: Answer = { value: draft.valueOf(name), typed: draft.typedOf(name) }
  const writing = conflict.mine !== null
  const chosen = draft.stateOf(name).is !== 'differs'
  const mine = conflict.mine ?? current
  const theirs: Answer = { value: conflict.theirs, typed: null }
  const stretches = changedWords(words(theirs), words(mine))
  const isText = field.kind === 'longText' || field.kind === 'text'
  // The record names whoever saved it last; its history knows who stored this very text.
  const { data: versions } = useQuery({
    ...historyQuery(services, type, draft.stored()),
    enabled: !chosen,
  })
  const { by, at } = (versions && whoStored(versions, name, conflict.theirs)) ?? conflict
  const when = at ? ` ${whenWords(new Date(at), today())}` : ''
  const keepTheirs = () => {
    const gone = draft.takeTheirs(name)
    onChosen()
    say(t`${label}: theirs is kept`, () => {
      if (gone?.typed) draft.setWrong(name, gone.typed, t`${label} can’t be stored as typed`)
      else if (gone) draft.set(name, gone.value)
    })
  }
  const act = (work: () => void) => () => {
    work()
    onChosen()
  }
  const addTheirs = () => {
    const both: Value[] = [draft.valueOf(name), conflict.theirs]
    draft.set(name, both.filter(Boolean).join(field.kind === 'longText' ? '\n\n' : ' '))
  }
  return (
    <section className={styles.card} aria-label={t`Two texts for ${label}`}>
      <output>
        <Text weight="semibold" block>{t`${by ?? t`Someone`} stored another text here${when}.`}</Text>
        <Text size={200} block className={styles.who}>
          {chosen
            ? t`Your choice is being stored; both stay here until it is.`
            : writing
              ? t`Write in the field above. Both texts stay here until yours is stored.`
              : t`Yours isn’t stored yet. Theirs stays in the history whatever you choose.`}
        </Text>
      </output>
      <div className={styles.sides}>
        <div className={styles.side}>
          <Text size={200} className={styles.who}>{t`Theirs`}</Text>
          <MarkedText stretches={stretches} which="first" />
        </div>
        <div className={styles.side}>
          <Text size={200} className={styles.who}>{t`Yours`}</Text>
          <MarkedText stretches={stretches} which="second" />
        </div>
      </div>
      {!chosen && (
        <div className={styles.buttons}>
          {writing ? (
            <>
              <Button
                appearance="primary"
                onClick={act(() => draft.keepMine(name))}
              >{t`Store what I wrote`}</Button>
              {isText && current.typed === null && (
                <Button onClick={act(addTheirs)}>{t`Put theirs behind it`}</Button>
              )}
            </>
          ) : (
            <>
              <Button onClick={act(() => draft.keepMine(name))}>{t`Keep mine`}</Button>
              <Button onClick={keepTheirs}>{t`Keep theirs`}</Button>
              <Button onClick={act(() => draft.editBoth(name))}>{t`Edit`}</Button>
            </>
          )}
        </div>
      )}
    </section>
  )
}
