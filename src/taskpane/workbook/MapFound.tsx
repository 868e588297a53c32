import { t } from '../../words/t.ts'
import { counted } from '../../domain/counted.ts'
import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { FoundInMap } from '../../documents/mapBack/differences.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { FoundCard } from './FoundCard.tsx'
import { LeavingCard } from './LeavingCard.tsx'
import { NewRowCard } from './NewRowCard.tsx'
import { SaidBySides } from './SaidBySides.tsx'
import { SentSoFarBar } from './SentSoFarBar.tsx'
import { troubleWords } from './troubleWords.ts'
import { chosenWay, waysOf } from './decisions.ts'
import type { Looking, UseMapBack } from './useMapBack.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px' },
  title: { margin: 0 },
  head: { ...typographyStyles.subtitle2, margin: 0, ':focus': { outline: 'none' } },
  quiet: { color: tokens.colorNeutralForeground2 },
  notes: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  // What sends stays in sight below a long list.
  foot: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '8px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

const atOnce = 50
/** What a map in the workbook says differently, each with its choice; then what is not taken and why. */
export const MapFound = ({
  use,
  looking: { at, to },
  found,
  mayWrite,
}: {
  use: UseMapBack
  looking: Looking
  found: FoundInMap
  mayWrite: boolean
}) => {
  const styles = useStyles()
  const [shown, setShown] = useState(atOnce)
  const { choices, setChoices, failed, decided } = use
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const way = (id: string) => (chosen: string) =>
    setChoices((now) => ({ ...now, ways: new Map(now.ways).set(id, chosen) }))
  const { changes, added, leaving, doubled, refused, newer, missing } = found
  const open = doubled.filter(({ said }) => said === null)
  const count = changes.length + added.length + leaving.length + open.length
  const conflicts = changes.filter(({ since }) => since === 'both' || since === 'unknown')
  const copied = to === 'refresh' ? added.filter(({ copyOf }) => copyOf !== undefined) : []
  const notes = [
    ...at.reading.notes,
    ...found.notes,
    ...copied.map(
      ({ at: place, copyOf }) =>
        t`${place} was copied from ${copyOf ?? ''}: a refresh leaves it as it is. Send changes adds it as a line of its own.`,
    ),
    ...(at.reading.hiddenRows > 0
      ? [
          t`${counted(at.reading.hiddenRows, 'row is', 'rows are')} hidden in Excel, as by a filter, and ${at.reading.hiddenRows === 1 ? 'was' : 'were'} read all the same.`,
        ]
      : []),
  ]
  const news = newer.length + missing.length
  const head =
    to === 'refresh'
      ? t`${counted(news, 'change', 'changes')} in the records since`
      : count > 0
        ? counted(count, 'difference', 'differences')
        : t`The map says what the records say`
  const listed = to === 'refresh' ? conflicts : changes
  return (
    <section className={styles.all} aria-label={t`What the map says differently`}>
      <h2 ref={title} tabIndex={-1} className={styles.head}>
        <output>{head}</output>
      </h2>
      {use.soFar && <SentSoFarBar soFar={use.soFar} />}
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>
              <Text size={200}>{note}</Text>
            </li>
          ))}
        </ul>
      )}
      {to === 'refresh' && conflicts.length > 0 && (
        <Text>{t`${counted(conflicts.length, 'cell', 'cells')} changed on both sides. A refresh leaves them as the sheet has them, unless you choose the record’s.`}</Text>
      )}
      {listed.slice(0, shown).map((difference) => {
        const trouble = failed.get(difference.id)
        const complaint = 'complaint' in difference.change ? difference.change.complaint : null
        return (
          <FoundCard
            key={difference.id}
            at={difference.at}
            title={difference.label}
            called={difference.called}
            doubt={to === 'send' ? difference.doubt : undefined}
            wrong={trouble ? troubleWords(trouble) : to === 'send' && complaint ? `${complaint}.` : null}
            ways={
              to === 'refresh'
                ? [
                    { id: 'sheet', words: t`Leave the sheet’s` },
                    { id: 'record', words: t`Take the record’s into the sheet` },
                  ]
                : mayWrite
                  ? waysOf(difference)
                  : []
            }
            chosen={
              to === 'refresh'
                ? (choices.ways.get(`${difference.id} refresh`) ?? t`sheet`)
                : chosenWay(choices, difference)
            }
            onChosen={way(to === 'refresh' ? `${difference.id} refresh` : difference.id)}
          >
            <SaidBySides difference={difference} />
          </FoundCard>
        )
      })}
      {listed.length > shown && (
        <Button
          onClick={() => setShown(shown + atOnce)}
        >{t`Show ${Math.min(atOnce, listed.length - shown)} more of ${listed.length - shown}`}</Button>
      )}
      {doubled.map(({ key, called, rows, said }) => (
        <FoundCard
          key={key}
          at={rows.map((row) => row.at).join(' and ')}
          title={t`The same line more than once`}
          called={called}
          ways={rows.map((row) => ({
            id: String(row.row),
            words: t`${row.at} is this line, ${rows.length > 2 ? t`the others are` : t`the other is`} new`,
          }))}
          chosen={said === null ? null : String(said)}
          onChosen={(row) =>
            use.setChosen((now) => ({ ...now, rowOf: new Map(now.rowOf).set(key, Number(row)) }))
          }
        >
          <Text
            size={200}
          >{t`A copied row keeps the hidden record key. Until you say which is the line, nothing is sent from these rows and nothing written in them.`}</Text>
        </FoundCard>
      ))}
      {to === 'send' && (
        <>
          {added.map((row) => (
            <NewRowCard
              key={row.id}
              row={row}
              choices={choices}
              trouble={failed.get(row.id)}
              onWay={way(row.id)}
              onPick={(what, key) =>
                setChoices((now) => ({ ...now, picks: new Map(now.picks).set(`${row.id}/${what}`, key) }))
              }
            />
          ))}
          {leaving.map((one) => (
            <LeavingCard
              key={one.id}
              leaving={one}
              choices={choices}
              trouble={failed.get(one.id)}
              onWay={way(one.id)}
              onEnd={(day) =>
                setChoices((now) => {
                  const ends = new Map(now.ends)
                  if (day === null) ends.delete(one.id)
                  else ends.set(one.id, day)
                  return { ...now, ends }
                })
              }
            />
          ))}
        </>
      )}
      {refused.length > 0 && (
        <>
          <Text
            as="h3"
            weight="semibold"
            className={styles.title}
          >{t`${counted(refused.length, 'row', 'rows')} of which nothing is sent`}</Text>
          <ul className={styles.notes}>
            {refused.map(({ row, at: place, words }) => (
              <li key={row}>
                <Text size={200}>
                  {place}: <Personal>{words}</Personal>
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {to === 'send' && news > 0 && (
        <Text
          size={200}
          className={styles.quiet}
        >{t`${counted(news, 'change', 'changes')} in the records since the map was made: Refresh brings ${news === 1 ? t`it` : t`them`}.`}</Text>
      )}
      {to === 'send' && !mayWrite && count > 0 && (
        <Text role="status">{t`You may read the school’s records but not change them, so nothing can be sent. Your SENCO can.`}</Text>
      )}
      <div className={styles.foot}>
        {to === 'send' && mayWrite && count > 0 && (
          <Button
            appearance="primary"
            disabled={decided.length === 0}
            onClick={() => void use.send(at, found)}
          >
            {decided.length === 0
              ? t`Nothing chosen to send`
              : t`Send ${counted(decided.length, 'change', 'changes')}`}
          </Button>
        )}
        {to === 'refresh' && at.reading.tableName !== null && (
          <Button
            appearance="primary"
            onClick={() =>
              void use.refresh(
                at,
                found,
                new Set(
                  conflicts.flatMap(({ id }) => (choices.ways.get(`${id} refresh`) === 'record' ? [id] : [])),
                ),
              )
            }
          >{t`Refresh the map`}</Button>
        )}
        {use.undo && <Button onClick={use.undo}>{t`Undo what was sent`}</Button>}
        <Button onClick={use.dismiss}>{t`Close`}</Button>
      </div>
    </section>
  )
}
