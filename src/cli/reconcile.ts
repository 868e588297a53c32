import { Need } from '../domain/records/need.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { Review } from '../domain/records/review.ts'
import { type Day, isDay, londonDay } from '../domain/rules/day.ts'
import { reconcile } from '../domain/rules/reconcile.ts'
import { ourRows } from '../domain/rules/reconcileOurs.ts'
import {
  confidenceWords,
  doubtWords,
  listNames,
  type ListName,
  type ListRow,
} from '../domain/rules/reconcileTypes.ts'
import { readFile } from '../importing/index.ts'
import { knownListHeadings, matchListHeadings } from '../importing/lists/listHeadings.ts'
import { type ListNote, readList } from '../importing/lists/readList.ts'
import { sayReason } from '../importing/report.ts'
import type { Command } from './command.ts'
import { readIn } from './files.ts'
import { type Asked, misused } from './options.ts'
import { openSchools } from './openSchools.ts'
import { notFound } from './stop.ts'

type Given = { readonly rows: readonly ListRow[]; readonly notes: readonly ListNote[] }

const fromFile = async (path: string, today: Day): Promise<Given> => {
  const file = readFile(await readIn(path), { known: knownListHeadings })
  if (file.kind === 'refused') throw notFound(`${path}: ${file.why}`)
  const { rows, notes, why } = readList(file, matchListHeadings(file.headings), today)
  if (why !== null) throw notFound(`${path}: ${why}`)
  return { rows, notes }
}

const fromSchool = async (asked: Asked, today: Day, log: (line: string) => void): Promise<Given> => {
  const opened = await openSchools(asked.given, log)
  try {
    const { records } = opened.schools[0]!.connection
    const [pupils, needs, reviews] = await Promise.all([
      records.store(Pupil).allWithArchived(),
      records.store(Need).all(),
      records.store(Review).all(),
    ])
    return { rows: ourRows(pupils.records, needs.records, reviews.records, today), notes: [] }
  } finally {
    await opened.close()
  }
}

const dayAsked = (typed: string | undefined): Day => {
  if (typed === undefined) return londonDay(new Date())
  if (isDay(typed)) return typed
  throw misused('--today is a day such as 2026-11-22.')
}

/** `reconcile`: three lists in, what differs and the fix proposed for each out, as JSON. */
export const reconcileLists: Command = async (asked, { print, log }) => {
  const { given } = asked
  const today = dayAsked(given['today'])
  if (!given['mis'] && !given['authority'])
    throw misused('Say which list to compare with: --mis, --authority or both.')
  const silent: Given = { rows: [], notes: [] }
  const read: Record<ListName, Given> = {
    ours: given['ours'] ? await fromFile(given['ours'], today) : await fromSchool(asked, today, log),
    mis: given['mis'] ? await fromFile(given['mis'], today) : silent,
    authority: given['authority'] ? await fromFile(given['authority'], today) : silent,
  }
  const lists = { ours: read.ours.rows, mis: read.mis.rows, authority: read.authority.rows }
  const { children, differences, doubtful, passedOver } = reconcile(lists, {
    today,
    given: listNames.filter((list) => list === 'ours' || given[list] !== undefined),
    authority: given['authority-name'] ?? null,
  })
  const whoIs = (at: number) => {
    const { rows, matchedBy } = children[at]!
    const first = listNames.flatMap((list) => rows[list])[0]!
    return {
      upn: first.upn ?? null,
      surname: first.surname ?? null,
      forename: first.forename ?? null,
      dateOfBirth: first.dateOfBirth ?? null,
      rows: Object.fromEntries(listNames.map((list) => [list, rows[list].map(({ row }) => row)])),
      matched: matchedBy === null ? null : confidenceWords[matchedBy],
    }
  }
  const notes = listNames.flatMap((list) =>
    read[list].notes.map(({ row, kept, reasons }) => ({
      list,
      row,
      compared: kept,
      reasons: reasons.map(sayReason),
    })),
  )
  const report = {
    today,
    lists: Object.fromEntries(
      listNames.map((list) => [list, { rows: lists[list].length, notes: read[list].notes.length }]),
    ),
    children: children.length,
    matched: children.filter(({ matchedBy }) => matchedBy !== null).length,
    differences: differences.map(({ child, kind, field, label, told, proposal, why, options, id }) => ({
      id,
      child: whoIs(child),
      kind,
      field,
      label,
      ...told,
      proposal,
      why,
      options: options.map(({ is }) => is),
    })),
    doubtful: doubtful.map(({ one, other, doubt }) => ({
      one: whoIs(one),
      other: whoIs(other),
      doubt,
      why: doubtWords[doubt],
    })),
    passedOver,
    notes,
  }
  print(JSON.stringify(report, null, 2))
  return notes.length > 0 ? 1 : 0
}
