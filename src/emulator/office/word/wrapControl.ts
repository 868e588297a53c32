import { ApiError, invalidArgument } from '../hostObject.ts'
import { clearControl } from './controls.ts'
import { children, isW, make } from './dom.ts'
import { runStartingAt, textAt } from './edit.ts'
import type { WordModel } from './model.ts'
import { placesIn } from './search.ts'

/** Kinds that an add-in may put in at the requirement sets that are here. */
const kinds: Readonly<Record<string, string | null>> = { RichText: null, PlainText: 'text' }

const controlIn = (model: WordModel, near: Node, kind: string | null): Element =>
  make(
    near,
    'sdt',
    {},
    make(
      near,
      'sdtPr',
      {},
      make(near, 'id', { val: model.word.freeControlId() }),
      ...(kind ? [make(near, kind)] : []),
    ),
    make(near, 'sdtContent'),
  )

/** The children of a paragraph between two characters, runs cut where it begins and ends. */
const between = (paragraph: Element, from: number, to: number): Element[] => {
  const inline = children(paragraph).filter((child) => !isW(child, 'pPr'))
  const places = placesIn(paragraph)
  const whole = places.reduce((sum, place) => sum + textAt(place).length, 0)
  if (from === 0 && to === whole) return inline
  const [place, ...others] = places
  if (!place || others.length > 0)
    throw new ApiError(
      'GeneralException',
      'This host puts no control around a part of a line that has controls already',
      'Range.insertContentControl',
    )
  const first = runStartingAt(place, from)
  const next = runStartingAt(place, to)
  const all = children(paragraph)
  return first && from < to ? all.slice(all.indexOf(first), next ? all.indexOf(next) : undefined) : []
}

/** Puts a control around a stretch of one paragraph; around nothing it shows its placeholder. */
export const wrapInControl = (
  model: WordModel,
  paragraph: Element,
  from: number,
  to: number,
  type: string = 'RichText',
): Element => {
  if (!Object.hasOwn(kinds, type)) throw invalidArgument('Range.insertContentControl')
  const held = between(paragraph, from, to)
  const sdt = controlIn(model, paragraph, kinds[type] ?? null)
  paragraph.insertBefore(sdt, held[0] ?? null)
  for (const one of held) sdt.lastChild!.appendChild(one)
  if (held.length === 0) {
    const { word } = model
    const { tracking } = word
    // A placeholder is no text: it is never tracked.
    if (tracking) word.tracking = false
    clearControl(word, sdt)
    if (tracking) word.tracking = true
  }
  model.word.changed(paragraph)
  return sdt
}
