import { t } from '../../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import { Phrase } from '../../../domain/records/phrase.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { phrasesInOrder } from '../../../domain/rules/phrases.ts'
import { type Finding, wrongChildGuard } from '../../../domain/rules/wrongChild.ts'
import { Loaded, Notice, TroubleNotice } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAll, usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { ExportPhrases } from './ExportPhrases.tsx'
import { PastePhrases } from './PastePhrases.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  moves: { display: 'flex', gap: '4px', marginBottom: '12px' },
})

/** The school’s own sentences, offered beside every long text. */
export const PhrasesSection = () => (
  <Loaded queries={[useAll(Phrase), useAll(Pupil)]} shape={<Waiting />}>
    {(phrases, pupils) => (
      <>
        <Unreadable listings={[phrases]} />
        <Bank phrases={phrases.records} pupils={pupils.records} />
      </>
    )}
  </Loaded>
)

/** Which phrases may name a pupil, by key. */
const namingOf = (
  phrases: readonly Stored<Phrase>[],
  pupils: readonly Stored<Pupil>[],
): ReadonlyMap<string, Finding> => {
  const guard = wrongChildGuard(pupils, { about: new Set() })
  // Each by itself: what stands in one phrase says nothing of the next.
  return new Map(
    phrases.flatMap(({ key, text }) =>
      guard([text])
        .slice(0, 1)
        .map((found) => [key, found] as const),
    ),
  )
}

const Bank = ({
  phrases,
  pupils,
}: {
  phrases: readonly Stored<Phrase>[]
  pupils: readonly Stored<Pupil>[]
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Phrase)
  const { move, trouble } = useMove()
  const [doing, setDoing] = useState<'paste' | 'export' | null>(null)
  const ordered = phrasesInOrder(phrases)
  const naming = useMemo(() => namingOf(phrases, pupils), [phrases, pupils])
  const certain = ordered.filter(({ key }) => naming.get(key)?.strength === 'certain').length
  const last = Math.max(0, ...phrases.map(({ order }) => order ?? 0))
  return (
    <div className={styles.all}>
      <Text
        className={styles.quiet}
      >{t`Sentences that your school often needs, in its own words. They are offered beside every long text. A phrase names no pupil: write “the child”, or leave a gap.`}</Text>
      {certain > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {certain === 1 ? t`A phrase names a pupil` : t`${certain} phrases name pupils`}
            </MessageBarTitle>
            {t`It would come into other children’s records. Take the name out of it below.`}
          </MessageBarBody>
        </MessageBar>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div className={styles.bar}>
        {mayWrite && (
          <Button onClick={() => setDoing(doing === 'paste' ? null : 'paste')}>{t`Paste many`}</Button>
        )}
        {phrases.length > 0 && (
          <Button onClick={() => setDoing(doing === 'export' ? null : 'export')}>{t`Export`}</Button>
        )}
      </div>
      {doing === 'paste' && (
        <PastePhrases known={phrases} pupils={pupils} after={last} onClose={() => setDoing(null)} />
      )}
      {doing === 'export' && <ExportPhrases phrases={phrases} onClose={() => setDoing(null)} />}
      <RecordCards
        type={Phrase}
        records={ordered}
        summary={({ text }) => <Text>{text}</Text>}
        part={
          ordered.some(({ heading }) => heading)
            ? ({ heading }) => heading ?? t`Without a heading`
            : undefined
        }
        aside={({ key }) => {
          const found = naming.get(key)
          return found ? (
            <StatusMark
              status={found.strength === 'certain' ? 'overdue' : 'dueSoon'}
              word={found.strength === 'certain' ? t`Names a pupil` : t`May name a pupil`}
            />
          ) : null
        }}
        above={(phrase) => {
          const same = ordered.filter(({ heading }) => heading === phrase.heading)
          const at = same.findIndex(({ key }) => key === phrase.key)
          return (
            mayWrite && (
              <div className={styles.moves}>
                <Button
                  size="small"
                  icon={<ArrowUpRegular />}
                  disabled={at === 0}
                  onClick={() => void move(same, at, at - 1)}
                >{t`Move up`}</Button>
                <Button
                  size="small"
                  icon={<ArrowDownRegular />}
                  disabled={at === same.length - 1}
                  onClick={() => void move(same, at, at + 1)}
                >{t`Move down`}</Button>
              </div>
            )
          )
        }}
        groups={[{ fields: ['text', 'heading'] }]}
        add={{
          words: t`Add a phrase`,
          given: { order: Math.min(last + 10, 10_000) },
          fields: ['text', 'heading'],
        }}
        empty={{
          title: t`No phrase yet`,
          todo: t`Add the sentences that you write again and again, or paste a list of them. Nothing comes with the app: they are yours.`,
        }}
      />
      {phrases.length === 0 && !mayWrite && (
        <Notice title={t`No phrase yet`} todo={t`Whoever may change the school’s settings can add some.`} />
      )}
    </div>
  )
}

/** Puts a phrase before or after its neighbour: those under its heading get places ten apart. */
const useMove = () => {
  const { records } = useServices()
  const put = usePutStored()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const move = async (same: readonly Stored<Phrase>[], from: number, to: number) => {
    const next = [...same]
    next.splice(to, 0, ...next.splice(from, 1))
    const base = Math.min(...same.map(({ order }) => order ?? 10))
    const changes = next.flatMap((stored, i) => {
      const order = Math.min(base + i * 10, 10_000)
      return stored.order === order ? [] : [{ stored, changes: { order } }]
    })
    setTrouble(null)
    try {
      for (const row of await records.store(Phrase).updateMany(changes)) {
        if (row.outcome === 'refused') throw row.problem
        put(Phrase, row.record)
      }
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  return { move, trouble }
}
