import { invalidArgument, method, objectMethod, value, type HostApi } from '../hostObject.ts'
import { paragraphsIn } from './blockText.ts'
import { contentOf } from './controls.ts'
import { children, closest, isW, kid, val } from './dom.ts'
import { replaceText, textAt } from './edit.ts'
import type { InsertLocation, WordModel } from './model.ts'
import { builtInOf, styleNameOf } from './styles.ts'
import { type Place, selectedAs, type Selection } from './wordFile.ts'

/** Word refuses longer searches. */
const longest = 255

/** Each stretch of text of a paragraph, those inside its controls too, in reading order. */
export const placesIn = (parent: Element): Place[] => {
  const controls = children(parent).filter((child) => isW(child, 'sdt'))
  return [null, ...controls].flatMap((after, at) => [
    ...(after ? placesIn(contentOf(after)) : []),
    { parent, after, until: controls[at] ?? null },
  ])
}

/** A stretch of characters that a search found: Word.Range. */
export class FoundRange {
  static readonly api: HostApi = {
    name: 'Range',
    tracked: true,
    members: {
      text: value('WordApi 1.1'),
      styleBuiltIn: value('WordApi 1.3'),
      insertText: objectMethod('WordApi 1.1'),
      select: method('WordApi 1.1'),
    },
  }
  readonly #model: WordModel
  readonly #at: Selection

  constructor(model: WordModel, at: Selection) {
    this.#model = model
    this.#at = at
  }

  get text(): string {
    return textAt(this.#at.place).slice(this.#at.from, this.#at.to)
  }

  insertText(text: string, location: InsertLocation): object {
    if (!['Replace', 'Start', 'End'].includes(location)) throw invalidArgument('Range.insertText')
    const { place, from, to } = this.#at
    const at = location === 'Start' ? from : to
    replaceText(this.#model.word, place, location === 'Replace' ? from : at, at, text)
    return this
  }

  get styleBuiltIn(): string {
    const paragraph = closest(this.#at.place.parent, 'p')
    const style = val(paragraph && kid(paragraph, 'pPr'), 'pStyle')
    return builtInOf(styleNameOf(this.#model.word, style))
  }

  select(mode?: string): void {
    const selected = selectedAs(this.#at, mode)
    if (!selected) throw invalidArgument('Range.select')
    this.#model.word.reveal(selected)
  }
}

export class RangeCollection {
  static readonly api: HostApi = {
    name: 'RangeCollection',
    tracked: true,
    items: true,
    members: {
      getFirst: objectMethod('WordApi 1.3'),
      getFirstOrNullObject: objectMethod('WordApi 1.3'),
    },
  }
  readonly items: readonly FoundRange[]

  constructor(items: readonly FoundRange[]) {
    this.items = items
  }

  getFirst(): object | null {
    return this.items[0] ?? null
  }

  getFirstOrNullObject(): object | null {
    return this.getFirst()
  }
}

/**
 * Where a text stands in the body (or some of its paragraphs), capitals or not, as Word.Body.search finds it without options. `^^` is a caret;
 * other codes of Word's search are not known here, and text that runs across the edge of a control is not found.
 */
export const search = (
  model: WordModel,
  text: string,
  paragraphs = paragraphsIn(model.word.body),
): RangeCollection => {
  if (text === '' || text.length > longest) throw invalidArgument('Body.search')
  if (/\^(?!\^)/.test(text.replaceAll('^^', ''))) throw invalidArgument('Body.search')
  const wanted = text.replaceAll('^^', '^').toLowerCase()
  const found = paragraphs.flatMap(placesIn).flatMap((place) => {
    const here = textAt(place).toLowerCase()
    const at: FoundRange[] = []
    for (let from = here.indexOf(wanted); from >= 0; from = here.indexOf(wanted, from + wanted.length))
      at.push(new FoundRange(model, { place, from, to: from + wanted.length }))
    return at
  })
  return new RangeCollection(found)
}
