import { t } from '../../words/t.ts'
import { useMemo, useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Review } from '../../domain/records/review.ts'
import { View } from '../../domain/records/view.ts'
import { WaitingAnswer } from '../../domain/records/waitingAnswer.ts'
import {
  type ColumnRole,
  columnsOf,
  formNameOf,
  knownFormHeadings,
  withRole,
} from '../../importing/forms/columns.ts'
import {
  type FormRow,
  type FormSettings,
  planForm,
  viewsOf,
  waitingOf,
} from '../../importing/forms/planForm.ts'
import { readFile, readPasted } from '../../importing/index.ts'
import type { ImportFile, ImportTable } from '../../importing/importFile.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useWaitingShelf } from './useWaiting.ts'

export type Known = {
  readonly pupils: readonly Stored<Pupil>[]
  readonly views: readonly Stored<View>[]
  readonly reviews: readonly Stored<Review>[]
  /** Archived ones too: what was left out, and what has found its pupil. */
  readonly waiting: readonly Stored<WaitingAnswer>[]
}
/** What became of one row of the form when it was stored. */
export type RowResult = { readonly stored: number; readonly trouble: Trouble | null }

type Loaded = { readonly table: ImportTable; readonly bytes: Uint8Array | null; readonly fileName: string }
type Settings = Pick<FormSettings, 'form' | 'whose' | 'columns' | 'day'> & { readonly link: boolean }

/** The review of each pupil that words said now are for: the one whose meeting is still to come, the soonest. */
export const openReviews = (reviews: readonly Stored<Review>[]): Map<string, string> => {
  const open = reviews
    .filter(({ stage }) => stage === 'planning' || stage === 'adviceRequested' || stage === 'circulated')
    .toSorted((a, b) => ((a.meetingDate ?? '9') < (b.meetingDate ?? '9') ? 1 : -1))
  return new Map(open.map(({ pupil, key }) => [pupil, key]))
}

/** Answers of a form on their way into the pupils’ records: read, settled, looked at, stored. */
export const useForms = ({ pupils, views, reviews, waiting }: Known) => {
  const { records, today } = useServices()
  const shelf = useWaitingShelf()
  const put = usePutStored()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const [settings, setSettings] = useState<Settings | null>(null)
  const [decided, setDecided] = useState<ReadonlyMap<string, string | null>>(new Map())
  const [results, setResults] = useState<ReadonlyMap<string, RowResult> | null>(null)
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null)

  const take = (file: ImportFile, fileName: string, bytes: Uint8Array | null) => {
    setResults(null)
    if (file.kind === 'refused') {
      setWhy(file.why)
      return
    }
    setWhy(null)
    setDecided(new Map())
    setLoaded({ table: file, bytes, fileName })
    setSettings({
      form: formNameOf(fileName),
      whose: 'child',
      columns: columnsOf(file.headings),
      day: today(),
      link: true,
    })
  }
  const choose = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    take(readFile(bytes, { known: knownFormHeadings }), file.name, bytes)
  }
  const paste = (text: string) =>
    take(readPasted(text, { known: knownFormHeadings }), t`Pasted answers`, null)
  const sheet = (name: string) => {
    if (loaded?.bytes)
      take(readFile(loaded.bytes, { known: knownFormHeadings, sheet: name }), loaded.fileName, loaded.bytes)
  }

  const whole = useMemo(
    (): FormSettings | null =>
      settings && { ...settings, reviews: settings.link ? openReviews(reviews) : new Map() },
    [settings, reviews],
  )
  const onRoll = useMemo(() => pupils.filter(({ archived }) => !archived), [pupils])
  const plan = useMemo(
    (): readonly FormRow[] =>
      loaded && whole ? planForm(loaded.table, whole, onRoll, views, decided, waiting) : [],
    [loaded, whole, onRoll, views, decided, waiting],
  )

  const store = async () => {
    if (!loaded || !whole) return
    const planned = plan.flatMap((row, i) =>
      row.trouble
        ? []
        : viewsOf(row, whole, loaded.table.rows[i]!.cells).map((view) => ({ ...view, source: row.source })),
    )
    const kept = plan.flatMap((row, i) =>
      waitingOf(row, whole, loaded.table.rows[i]!.cells).map((one) => ({ ...one, source: row.source })),
    )
    const outcome = new Map<string, RowResult>()
    const of = planned.length + kept.length
    setProgress({ done: 0, of })
    try {
      const written = await records.store(View).createMany(planned, (done) => setProgress({ done, of }))
      for (const [i, row] of written.entries()) {
        const { source } = planned[i]!
        const before = outcome.get(source) ?? { stored: 0, trouble: null }
        if (row.outcome === 'stored') {
          put(View, row.record)
          outcome.set(source, { ...before, stored: before.stored + 1 })
        } else outcome.set(source, { ...before, trouble: troubleOf(row.problem) })
      }
      // What matches nobody is kept too: a person may say later whose it is.
      const waits = await records
        .store(WaitingAnswer)
        .createMany(kept, (done) => setProgress({ done: planned.length + done, of }))
      for (const [i, row] of waits.entries())
        if (row.outcome === 'refused')
          outcome.set(kept[i]!.source, { stored: 0, trouble: troubleOf(row.problem) })
      await shelf.settle(plan, whole.form, waiting, outcome)
    } catch (thrown) {
      const trouble = troubleOf(thrown)
      for (const { source } of [...planned, ...kept])
        outcome.set(source, { stored: outcome.get(source)?.stored ?? 0, trouble })
    }
    setProgress(null)
    setResults(outcome)
  }
  return {
    loaded,
    why,
    settings,
    plan,
    results,
    progress,
    choose,
    paste,
    sheet,
    settle: (changes: Partial<Settings>) => setSettings((now) => now && { ...now, ...changes }),
    setRole: (at: number, role: ColumnRole) =>
      setSettings((now) => now && { ...now, columns: withRole(now.columns, at, role) }),
    decide: (source: string, pupil: string | null | undefined) =>
      setDecided((now) => {
        const next = new Map(now)
        if (pupil === undefined) next.delete(source)
        else next.set(source, pupil)
        return next
      }),
    store,
    again: () => {
      setLoaded(null)
      setSettings(null)
      setResults(null)
    },
  }
}
export type Forms = ReturnType<typeof useForms>
