import { derivedKey } from '../../domain/derivedKey.ts'
import { grouped } from '../../domain/grouped.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { View } from '../../domain/records/view.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { DocumentContent } from '../blocks.ts'
import { tagParts } from '../readBack.ts'
import type { ReviewFile } from '../reviewFile.ts'
import type { Place } from '../reviewPlaces.ts'
import type { CellControl } from './cellText.ts'
import { squeezed } from './documentList.ts'
import type { DocumentBlock, DocumentParagraph, DocumentTable } from './documentTables.ts'
import { choicesFor } from './kinds.ts'
import { idOf } from './lists.ts'
import type { AddedRow } from './readRows.ts'
import { rowText } from './rowText.ts'

type Reading = { readonly blocks: readonly DocumentBlock[]; readonly places: ReadonlyMap<string, Place> }
const nobody: ReadonlySet<string> = new Set()

/** What the minutes say of themselves in paragraphs without a field, as a reader sees it. */
const ownWords = (content: DocumentContent): ReadonlySet<string> =>
  new Set(
    content.blocks.flatMap((block) =>
      block.is === 'paragraph'
        ? [squeezed(block.runs.map((run) => ('bound' in run ? '' : run.text)).join(''))]
        : [],
    ),
  )

const idsOf = (controls: readonly CellControl[], short: string): string[] => [
  ...new Set(
    controls.flatMap(({ tag }) => {
      const of = tagParts(tag)?.of
      return of?.startsWith(`${short}.`) ? [of] : []
    }),
  ),
]

/** The stretches of paragraphs in which somebody's words stand: from one heading or table to the next. */
const stretchesOfViews = (blocks: readonly DocumentBlock[]): DocumentParagraph[][] => {
  const found: DocumentParagraph[][] = [[]]
  for (const block of blocks)
    if (block.is === 'table' || block.level > 0) found.push([])
    else found.at(-1)!.push(block)
  return found.filter((stretch) => stretch.some(({ controls }) => idsOf(controls, View.short).length > 0))
}

/** What is typed in a stretch, one for each run of paragraphs; the lines around somebody's words are ours. */
const typedIn = (stretch: readonly DocumentParagraph[], ours: ReadonlySet<string>): string[] => {
  const typed: string[][] = [[]]
  const isWords = (at: number) => idsOf(stretch[at]?.controls ?? [], View.short).length > 0
  for (const [at, { shown, controls, style }] of stretch.entries()) {
    const leads = isWords(at + 1) && shown.trim().endsWith(':')
    const follows = isWords(at - 1) && style === 'Note'
    if (controls.some(({ tag }) => tagParts(tag)) || leads || follows || ours.has(squeezed(shown)))
      typed.push([])
    else if (shown.trim() !== '') typed.at(-1)!.push(shown.trim())
  }
  return typed.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
}

/** `Grace Obi, on school:` before the words says whose they are. */
const speakerIn = (
  text: string,
  file: ReviewFile,
): { readonly who: string | null; readonly words: string } => {
  const [first = '', ...rest] = text.split('\n')
  const [, lead, inLine] = /^([^:]{2,80}):\s*(.*)$/.exec(first) ?? []
  const words = [inLine, ...rest].filter(Boolean).join('\n')
  const person = lead && file.contributors.find(({ name }) => squeezed(lead).includes(squeezed(name)))
  return person && words !== '' ? { who: person.key, words } : { who: null, words: text }
}

const addedViews = (
  file: ReviewFile,
  { blocks, places }: Reading,
  content: DocumentContent,
  today: Day,
): AddedRow[] => {
  const ours = ownWords(content)
  const seen = new Map<string, number>()
  const recorded = [...places.values()].filter(({ type, record }) => type === View && record)
  const row = (text: string, how: AddedRow['how'], controls: AddedRow['controls']): AddedRow[] => {
    const { who, words } = speakerIn(text, file)
    const nth = (seen.get(squeezed(text)) ?? 0) + 1
    seen.set(squeezed(text), nth)
    const key = derivedKey(file.review.key, View.name, 'row', squeezed(text), String(nth))
    // Two people may say the same words: each has a view of their own.
    const isTold = ({ record }: Place) =>
      squeezed(String(record!['words'])) === squeezed(words) &&
      (who === null || record!['contributor'] === who)
    if (recorded.some((one) => one.key === key || isTold(one))) return []
    const choices = choicesFor(View, file, today, key).filter(({ is }) => is === 'new')
    const fields = [rowText(View, 'words', words)]
    return [
      {
        key,
        type: View,
        at: null,
        columns: [],
        how,
        fields,
        beside: [],
        choices,
        likely: who,
        standing: nobody,
        controls,
      },
    ]
  }
  const copies = blocks
    .flatMap((block) => (block.is === 'paragraph' ? block.controls : []))
    .filter(({ tag }) => tagParts(tag)?.of.startsWith(`${View.short}.`))
  return [
    ...stretchesOfViews(blocks).flatMap((stretch) =>
      typedIn(stretch, ours).flatMap((text) => row(text, 'typed', [])),
    ),
    // Of paragraphs with the same control the one that says what the record says is the original, or the first.
    ...[...grouped(copies, ({ tag }) => tag).values()].flatMap((same) => {
      const record = places.get(tagParts(same[0]!.tag)!.of)?.record
      const original =
        same.find(({ text }) => squeezed(text) === squeezed(String(record?.['words'] ?? ''))) ?? same[0]
      return same
        .filter((one) => one !== original && one.text.trim() !== '')
        .flatMap(({ tag, text }) => row(text, 'copied', [{ tag, text }]))
    }),
  ]
}

const progressIn = (table: DocumentTable): { id: string; controls: readonly CellControl[] } | null => {
  const controls = table.rows.flatMap((one) => (one.isGone ? [] : one.cells.flatMap((cell) => cell.controls)))
  const [id, ...others] = idsOf(controls, OutcomeProgress.short)
  return id && others.length === 0 ? { id, controls } : null
}

/** A copy of what was found about one outcome, with other words: of another outcome, or the beginning of a target. */
const addedOutcomes = (file: ReviewFile, { blocks, places }: Reading, today: Day): AddedRow[] => {
  const found = blocks.flatMap((block, at) => {
    const progress = block.is === 'table' ? progressIn(block) : null
    if (!progress) return []
    const before = blocks.slice(0, at).findLast((one) => one.is === 'paragraph' && one.shown.trim() !== '')
    const lead = before?.is === 'paragraph' && before.level === 0 ? before.shown.trim() : ''
    return [{ ...progress, lead }]
  })
  const standing = new Set(found.map(({ id }) => id))
  return [...grouped(found, ({ id }) => id)].flatMap(([id, same]) => {
    const record = places.get(id)?.record
    const agree = ({ controls }: (typeof same)[number]) =>
      controls.filter(({ tag, text }) => text !== '' && text === String(record?.[tagParts(tag)!.field] ?? ''))
        .length
    const [original] = same.toSorted((a, b) => agree(b) - agree(a))
    return same.flatMap((one): AddedRow[] => {
      if (one === original) return []
      const texts = one.controls.filter(({ text }) => text.trim() !== '')
      const alike = texts.every(({ tag, text }) =>
        original!.controls.some((other) => other.tag === tag && other.text === text),
      )
      if (alike && one.lead === original!.lead) return []
      const words = squeezed([one.lead, ...texts.map(({ text }) => text)].join('|'))
      const key = derivedKey(file.review.key, OutcomeProgress.name, 'row', words)
      if (file.outcomes.some((outcome) => outcome.key === key)) return []
      const choices = choicesFor(OutcomeProgress, file, today, key).filter(
        ({ is, place }) => is === 'new' || !standing.has(idOf(place)),
      )
      const lead = one.lead !== '' && one.lead !== original!.lead ? [rowText(Outcome, 'text', one.lead)] : []
      const fields = [
        ...lead,
        ...texts.map(({ tag, text }) => rowText(OutcomeProgress, tagParts(tag)!.field, text)),
      ]
      const controls = one.controls.map(({ tag, text }) => ({ tag, text }))
      const likely = choices.find(({ is }) => is === 'same')?.id ?? null
      return [
        {
          key,
          type: OutcomeProgress,
          at: null,
          columns: [],
          how: 'copied',
          fields,
          beside: [],
          choices,
          likely,
          standing: nobody,
          controls,
        },
      ]
    })
  })
}

/** What people added between our paragraphs: words among the views, a copied block of an outcome. */
export const addedBlocks = (
  file: ReviewFile,
  reading: Reading,
  content: DocumentContent,
  today: Day,
): AddedRow[] => [...addedViews(file, reading, content, today), ...addedOutcomes(file, reading, today)]
