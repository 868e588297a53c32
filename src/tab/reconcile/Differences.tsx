import { t } from '../../words/t.ts'
import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { counted, showCount } from '../../domain/counted.ts'
import { ListDecision } from '../../domain/records/listDecision.ts'
import type { Difference, Fix } from '../../domain/rules/reconcileTypes.ts'
import type { Accepted } from '../../jobs/reconcileSettling.ts'
import { Notice, TroubleNotice } from '../../ui/Loaded.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { AcceptDialog } from './AcceptDialog.tsx'
import { Alone } from './Alone.tsx'
import { type Choice, DifferenceRow, missingIn, noChoice } from './DifferenceRow.tsx'
import { Doubts } from './Doubts.tsx'
import { askedOf, type To } from './handOver.ts'
import { HandOver } from './HandOver.tsx'
import { SettledBefore } from './SettledBefore.tsx'
import { type Compared } from './useComparison.ts'
import { type Part, useKept } from './useKept.ts'
import type { Ours } from './useOurs.ts'
import { useSettleRows } from './useSettleRows.ts'
import { listWords } from './words.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px' },
  tabs: { flexWrap: 'wrap' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  scroll: { height: '62vh', minHeight: '320px', overflowY: 'auto', maxWidth: '1100px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px', maxWidth: '860px' },
})

const writes = ({ is }: Fix) => is === 'take' || is === 'leaver' || is === 'joiner' || is === 'bringBack'

/** What came of the comparison, by what there is to do. */
export const Differences = ({
  compared,
  ours,
  authority,
}: {
  compared: Compared
  ours: Ours
  /** Whose list of plans it is, where that is known. */
  authority: string | null
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(ListDecision)
  const [{ part, choices }, keep] = useKept()
  const [accepting, setAccepting] = useState<readonly Accepted[] | null>(null)
  const [lacking, setLacking] = useState(false)
  const { settle, askAgain, trouble } = useSettleRows(ours)
  const { open, children, doubtful, settled, passedOver } = compared
  const choiceOf = ({ id }: Difference) => choices.get(id) ?? noChoice
  const put = (entries: readonly (readonly [string, Choice])[]) =>
    keep((was) => ({ ...was, choices: new Map([...was.choices, ...entries]) }))
  // What was settled is ticked no more, also where undoing brings the difference back.
  useEffect(() => {
    const known = new Set(open.map(({ id }) => id))
    const gone = [...choices].filter(([id, choice]) => choice.ticked && !known.has(id))
    if (gone.length > 0) put(gone.map(([id, choice]) => [id, { ...choice, ticked: false }]))
  })
  const certain = open.filter(({ proposal }) => writes(proposal))
  const asking = open.filter(({ proposal }) => !writes(proposal))
  const ticked = open.filter((difference) => choiceOf(difference).ticked)
  const missing = ticked.filter((difference) => missingIn(difference, choiceOf(difference)) !== null)
  const parts: readonly (readonly [Part, string, number])[] = [
    ['write', t`To put right here`, certain.length],
    ['ask', t`To ask`, asking.length],
    ['doubt', t`In doubt`, doubtful.length],
    ['settled', t`Settled before`, settled.length],
    ['passed', t`Not compared`, passedOver.reduce((sum, { count }) => sum + count, 0)],
  ]
  const shown = part === 'write' ? certain : asking
  const allTicked = shown.length > 0 && shown.every((difference) => choiceOf(difference).ticked)
  const asked = (to: To) =>
    askedOf(to, { open, settled, chosen: (difference) => choiceOf(difference).at, decisions: ours.decisions })
  const accept = () => {
    setLacking(missing.length > 0)
    if (missing.length > 0) return
    setAccepting(
      ticked.map((difference): Accepted => {
        const { at, left, reason } = choiceOf(difference)
        return { difference, fix: difference.options[at]!, reason, ...(left ? { left } : {}) }
      }),
    )
  }
  return (
    <section className={styles.part} aria-label={t`What differs`}>
      <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>
        {open.length === 0 ? t`Nothing differs` : counted(open.length, 'difference')} ·{' '}
        {counted(children.length, 'child', 'children')}
      </Text>
      <TabList
        className={styles.tabs}
        selectedValue={part}
        onTabSelect={(_, { value }) => keep((was) => ({ ...was, part: value as Part }))}
      >
        {parts.map(([name, words, count]) => (
          <Tab key={name} value={name}>
            {words} {showCount(count)}
          </Tab>
        ))}
      </TabList>
      {trouble && <TroubleNotice trouble={trouble} />}
      {(part === 'write' || part === 'ask') && (
        <>
          {mayWrite && shown.length > 0 && (
            <div className={styles.bar}>
              <Button
                size="small"
                onClick={() =>
                  put(
                    shown.map((difference) => [
                      difference.id,
                      { ...choiceOf(difference), ticked: !allTicked },
                    ]),
                  )
                }
              >
                {allTicked ? t`Tick none` : t`Tick all ${showCount(shown.length)}`}
              </Button>
              <Button appearance="primary" disabled={ticked.length === 0} onClick={accept}>
                {ticked.length === 0
                  ? t`Tick what to settle`
                  : t`Settle ${counted(ticked.length, 'difference')}`}
              </Button>
              {lacking && missing.length > 0 && (
                <Text role="alert">{t`${counted(missing.length, 'difference')} still ${missing.length === 1 ? t`needs` : t`need`} a day or a reason.`}</Text>
              )}
            </div>
          )}
          {shown.length === 0 ? (
            <Notice
              title={part === 'write' ? t`Nothing to put right here` : t`Nothing to ask`}
              todo={
                part === 'write'
                  ? t`Our records say what the other lists say, or nobody can be sure which is right: look under To ask.`
                  : t`Whatever differs can be put right here.`
              }
            />
          ) : (
            <VirtualList
              rows={shown}
              keyOf={({ id }) => id}
              height={124}
              scroll={styles.scroll}
              label={t`Differences`}
            >
              {(difference) => (
                <DifferenceRow
                  difference={difference}
                  child={children[difference.child]!}
                  choice={choiceOf(difference)}
                  onChoice={(choice) => put([[difference.id, choice]])}
                />
              )}
            </VirtualList>
          )}
          {part === 'ask' && (
            <>
              <HandOver to="tellMis" asked={asked('tellMis')} authority={null} all={children} ours={ours} />
              <HandOver
                to="tellAuthority"
                asked={asked('tellAuthority')}
                authority={authority}
                all={children}
                ours={ours}
              />
            </>
          )}
        </>
      )}
      {part === 'doubt' && (
        <>
          <Doubts doubtful={doubtful} all={children} onSettle={(a, b, same) => void settle(a, b, same)} />
          <Alone all={children} onSettle={(a, b, same) => void settle(a, b, same)} />
        </>
      )}
      {part === 'settled' && (
        <SettledBefore
          settled={settled}
          compared={compared}
          ours={ours}
          onAskAgain={(id) => void askAgain(id)}
        />
      )}
      {part === 'passed' && (
        <ul className={styles.list}>
          {passedOver.map(({ list, count, why }) => (
            <li key={`${list} ${why}`}>
              {listWords[list]}, {counted(count, 'row')}: {why}.
            </li>
          ))}
          {passedOver.length === 0 && <li>{t`Every row was compared.`}</li>}
        </ul>
      )}
      {accepting && (
        <AcceptDialog
          accepted={accepting}
          compared={compared}
          ours={ours}
          onClose={() => setAccepting(null)}
        />
      )}
    </section>
  )
}
