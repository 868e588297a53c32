import { t } from '../../words/t.ts'
import { counted, showCount } from '../../domain/counted.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { newKey } from '../../domain/key.ts'
import type { Trouble } from '../../domain/problem.ts'
import type { FoundInMap, MapBack } from '../../documents/mapBack/differences.ts'
import { type Chosen, mapBack } from '../../documents/mapBack/mapBack.ts'
import { type Decision, idOf, plannedWrites } from '../../documents/mapBack/plannedWrites.ts'
import { refreshPlan, type Settled, settledWrites } from '../../documents/mapBack/refresh.ts'
import { noWrites } from '../../documents/mapBack/sheetWrites.ts'
import { heads } from '../../documents/provisionMap/mapColumns.ts'
import type { FoundMap } from '../../host/excel.ts'
import { type MapReading, readMap } from '../../host/excel/readMap.ts'
import { writeMap } from '../../host/excel/writeMap.ts'
import { gatherMap, type MapRecords } from '../../ui/gatherMap.ts'
import { allOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { type PaneWork, usePaneWork } from '../paneWork.ts'
import { type Choices, decisionsOf, noChoices } from './decisions.ts'
import { type Rows, sendMap, type Sent, takeBack, withSent } from './sendMap.ts'

type Read = Extract<MapReading, { is: 'read' }>
/** What was read of the workbook and of the records, at one moment. */
export type Looked = { readonly map: FoundMap; readonly reading: Read; readonly records: MapRecords }
/** What came of a sending that left something over: which cells are stored, and how many are not. */
export type SentSoFar = { readonly cells: readonly string[]; readonly left: number; readonly stopped: number }
export type Looking = { readonly is: 'looking'; readonly at: Looked; readonly to: 'send' | 'refresh' }

const backOf = (at: Looked, chosen: Chosen): MapBack =>
  mapBack({ ...at.reading, records: at.records, chosen })

/** Looks at a map in the open workbook, sends what is decided, and brings the map up to date. */
export const useMapBack = () => {
  const services = useServices()
  const client = useQueryClient()
  const { work, show, run, dismiss } = usePaneWork<Looking>()
  const [chosen, setChosen] = useState<Chosen>({})
  const [choices, setChoices] = useState<Choices>(noChoices)
  const [failed, setFailed] = useState<ReadonlyMap<string, Trouble>>(new Map())
  const [sent, setSent] = useState<{ at: Looked; sent: Sent; decided: readonly Decision[] } | null>(null)
  const [soFar, setSoFar] = useState<SentSoFar | null>(null)
  const [sending, setSending] = useState(false)
  const stopped = useRef(false)
  const keys = useRef(new Map<string, string>())
  const looking = work.is === 'looking' ? (work as Looking) : null
  const back = useMemo(() => (looking ? backOf(looking.at, chosen) : null), [looking, chosen])

  /** The records as SharePoint has them now, never those of a while ago; what is reckoned from them follows. */
  const recordsNow = async (): Promise<MapRecords> => {
    const { records } = await gatherMap(
      (type) => client.fetchQuery({ ...allOf(services, type), staleTime: 0 }),
      { schoolName: services.school.name, today: services.today() },
    )
    // Not before the lists are read: it takes them as they are kept.
    void client.invalidateQueries({ queryKey: ['provisionMap'] })
    return records
  }
  const progress = (words: string) => (done: number, of: number) =>
    show({
      is: 'working',
      words: of > 40 ? t`${words}: ${showCount(done)} of ${showCount(of)}` : words,
    })

  const lookAt = async (map: FoundMap, to: Looking['to']): Promise<PaneWork | Looking> => {
    const [records, reading] = await Promise.all([recordsNow(), readMap(map, progress(t`Reading the map`))])
    if (reading.is === 'none') return { is: 'done', words: reading.words, warns: true }
    return { is: 'looking', at: { map, reading, records }, to }
  }
  const look = (map: FoundMap, to: Looking['to']) => {
    setChosen({})
    setChoices(noChoices)
    setFailed(new Map())
    setSent(null)
    setSoFar(null)
    keys.current = new Map()
    return run(t`Reading the map`, () => lookAt(map, to))
  }
  /** A new row keeps its key however often sending it is tried. */
  const keyOf = (id: string): string => {
    const key = keys.current.get(id) ?? newKey()
    keys.current.set(id, key)
    return key
  }
  const decided = looking && back && !('refusal' in back) ? decisionsOf(back, choices, () => '') : []

  const sendNow = async (at: Looked, found: FoundInMap): Promise<PaneWork | Looking> => {
    const rows = at.records as unknown as Rows
    const allRows: Rows = { allocations: rows.allocations, groups: rows.groups ?? [] }
    const decided = decisionsOf(found, choices, keyOf)
    const { writes, complaints } = plannedWrites(decided, {
      allocations: rows.allocations,
      groups: rows.groups ?? [],
      termDates: at.records.termDates ?? [],
    })
    const refused = new Map(
      [...complaints].map(([id, why]): [string, Trouble] => [id, { code: 'refused', why }]),
    )
    const result = await sendMap(
      services.records,
      allRows,
      writes,
      progress(t`Sending`),
      () => stopped.current,
    )
    const ids = new Set(result.done.flatMap(({ write }) => write.settles))
    const taken = decided.filter((one) => ids.has(idOf(one)))
    // Its place in the sheet may be another new row's the next time: that one gets a key of its own.
    for (const one of taken) if (one.is === 'add') keys.current.delete(one.row.id)
    setFailed(new Map([...refused, ...result.failed]))
    setSent(result.done.length > 0 ? { at, sent: result, decided: taken } : null)
    // Without a connection what was stored is known all the same: it must not be sent a second time.
    const records = await recordsNow().catch(() => ({ ...at.records, ...withSent(allRows, result) }))
    const notWritten = await remember({ ...at, records }, found, settledOf(taken, ids, at))
    const left = decided.length - taken.length
    if (left > 0) {
      // The rows may stand elsewhere now, and copies that were told apart have no key any more.
      setChosen(({ otherYear }) => (otherYear ? { otherYear } : {}))
      setSoFar({ cells: taken.map(cellOf), left, stopped: result.stopped.size })
      const reading = await readMap(at.map).catch(() => null)
      if (reading?.is === 'read') return { is: 'looking', at: { map: at.map, reading, records }, to: 'send' }
      return {
        is: 'done',
        warns: true,
        words: t`${counted(taken.length, 'change', 'changes')} stored, ${left} not. The map can’t be read just now: press Send changes to look again.`,
      }
    }
    return {
      is: 'done',
      words: t`${counted(taken.length, 'change', 'changes')} sent to the records.${notWritten}`,
      ...(notWritten !== '' && { warns: true }),
    }
  }
  const send = async (at: Looked, found: FoundInMap) => {
    stopped.current = false
    setSoFar(null)
    setSending(true)
    await run(t`Sending`, () => sendNow(at, found))
    setSending(false)
  }
  const stop = () => {
    stopped.current = true
    show({ is: 'working', words: t`Stopping after the rows that are on their way` })
  }

  /** Puts what is stored into the workbook; answers a sentence where the workbook did not take it. */
  const remember = async (at: Looked, found: FoundInMap, settled: Settled): Promise<string> => {
    const { reading, map } = at
    if (reading.tableName === null)
      return t` The map’s table is plain cells, so the workbook does not remember it: insert the map anew.`
    const again = backOf(at, { ...chosen, otherYear: true })
    if ('refusal' in again) return ''
    const writes = settledWrites(
      { ...reading, found: { ...again, columns: found.columns }, records: at.records, copy: map.copy },
      settled,
    )
    try {
      const { kept, lost, unsure } = await writeMap(reading.tableName, writes, reading.basePlaces)
      return [
        kept > 0
          ? t` ${counted(kept, 'row', 'rows')} stayed in the sheet: clear its filter, then refresh.`
          : '',
        lost > 0
          ? t` ${counted(lost, 'new row was', 'new rows were')} moved meanwhile and did not get a record key: refresh and delete the one typed by hand.`
          : '',
        unsure.length > 0 ? ` ${unsureWords(unsure)}` : '',
      ].join('')
    } catch {
      return t` The workbook could not be brought up to date: press Refresh.`
    }
  }

  const undo = () => {
    if (!sent) return
    const { at, sent: result, decided: taken } = sent
    void run(t`Taking it back`, async () => {
      const left = await takeBack(services.records, result)
      setSent(null)
      await recordsNow().catch(() => undefined)
      const { base, basePlaces, tableName } = at.reading
      if (tableName)
        // What the workbook does not take now, a later look tells.
        await writeMap(
          tableName,
          {
            ...noWrites,
            cells: taken.flatMap((one) =>
              one.is === 'add' ? [{ key: one.key, heading: heads.key, value: '' }] : [],
            ),
            base: taken.flatMap((one) =>
              one.is === 'take'
                ? [
                    {
                      key: one.difference.key,
                      field: one.difference.field,
                      value: base?.get(one.difference.key)?.get(one.difference.field) ?? '',
                    },
                  ]
                : [],
            ),
            forget: taken.flatMap((one) => (one.is === 'add' ? [one.key] : [])),
          },
          basePlaces,
        ).catch(() => undefined)
      const rest = taken.some(({ is }) => is === 'archive' || is === 'end')
        ? t` Refresh brings its rows back.`
        : ''
      return left > 0
        ? {
            is: 'done',
            warns: true,
            words: t`${counted(left, 'record was', 'records were')} changed meanwhile and stayed as they are; the rest is taken back.${rest}`,
          }
        : { is: 'done', words: t`Taken back. What you typed still stands in the sheet.${rest}` }
    })
  }

  const refresh = (at: Looked, found: FoundInMap, overwrite: ReadonlySet<string>) =>
    run(t`Refreshing the map`, async () => {
      const { reading, map, records } = at
      const plan = refreshPlan({ ...reading, found, records, copy: map.copy }, overwrite)
      const { kept, unsure } = await writeMap(
        reading.tableName!,
        plan.writes,
        reading.basePlaces,
        plan.formulas,
      )
      const open = found.doubled.flatMap(({ said, rows }) => (said === null ? rows.map((row) => row.at) : []))
      const parts = [
        plan.updated > 0 && counted(plan.updated, 'cell updated', 'cells updated'),
        plan.added > 0 && counted(plan.added, 'row added', 'rows added'),
        plan.removed - kept > 0 && counted(plan.removed - kept, 'row taken out', 'rows taken out'),
      ].filter(Boolean)
      const more = [
        kept > 0 &&
          t`${counted(kept, 'row stays', 'rows stay')} while the table is filtered: clear the filter and refresh again.`,
        open.length > 0 &&
          t`${listed(open)} have the same record keys: nothing was written in them until you say which is the line.`,
        unsure.length > 0 && unsureWords(unsure),
        plan.newPupils > 0 &&
          t`${counted(plan.newPupils, 'pupil is', 'pupils are')} new here: the other sheets list the pupils that the map had when it was inserted.`,
      ].filter(Boolean)
      return {
        is: 'done',
        words: [parts.length > 0 ? `${parts.join(', ')}.` : t`The map is up to date.`, ...more].join(' '),
        ...(kept + open.length + unsure.length > 0 && { warns: true }),
      }
    })

  return {
    work,
    dismiss,
    look,
    looking,
    back,
    choices,
    setChoices,
    chosen,
    setChosen,
    decided,
    failed,
    soFar,
    send,
    stop: sending && work.is === 'working' ? stop : null,
    refresh,
    undo: sent && work.is !== 'working' ? undo : null,
  }
}
export type UseMapBack = ReturnType<typeof useMapBack>

const listed = (places: readonly string[]): string =>
  places.length > 1 ? t`${places.slice(0, -1).join(', ')} and ${places.at(-1)!}` : (places[0] ?? '')
const unsureWords = (places: readonly string[]): string =>
  t`${listed(places)} have one record key and were changed meanwhile: nothing was written in them. Look again.`

/** Where in the sheet a decision was about. */
const cellOf = (decision: Decision): string =>
  decision.is === 'take'
    ? decision.difference.at
    : decision.is === 'add'
      ? decision.row.at
      : (decision.leaving.at ?? t`a row taken out`)

const settledOf = (taken: readonly Decision[], ids: ReadonlySet<string>, { reading }: Looked): Settled => ({
  ids,
  made: taken.flatMap((one) => {
    if (one.is !== 'add') return []
    const row = reading.table.rows.find(({ at }) => at === one.row.row)
    const pupil = reading.table.headers.indexOf(heads.pupil)
    return [
      { id: one.row.id, row: one.row.row, says: String(row?.cells[pupil]?.value ?? '').trim(), key: one.key },
    ]
  }),
  archived: taken.flatMap((one) => (one.is === 'archive' ? [one.leaving.key] : [])),
  ended: taken.flatMap((one) => (one.is === 'end' ? [{ key: one.leaving.key, until: one.on }] : [])),
})
