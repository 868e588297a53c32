import type { FormField, Room, Spot } from './fields.ts'
import { type Mark, markSign, type Pieces, roomSign } from './pieces.ts'
import { childOf, childrenOf, type Element, isOn } from './tree.ts'
import { textIn } from './pieces.ts'
import { optionsInWords } from './wordOptions.ts'

/** A field as a paragraph shows it; who numbers it and what stands around is known further out. */
export type Found = Omit<FormField, 'id' | 'context' | 'part' | 'twin'> & {
  /** A content control’s own title, which is often a machine’s: it labels where nothing written does. */
  readonly alias?: string
}

const line = `[_\\u2017\\uFF3F\\u2026${roomSign}]`
const slot = `(?:${line} ?){0,7}${line}`
const stroke = ' ?[/.\\u2013-] ?'
/** Room for a day in figures: `__/__/____`, `__ / __ / 20__`, `DD/MM/YYYY`. */
const dayRoom = `${slot}${stroke}${slot}${stroke}(?:20 ?)?${slot}|\\b[Dd]{1,2}${stroke}[Mm]{1,2}${stroke}[Yy]{2,4}\\b`
const clockRoom = '_{1,4} ?: ?_{1,4}'

const takers = new RegExp(
  `${markSign}|${dayRoom}|${clockRoom}|[_\\u2017\\uFF3F]{3,}(?:[ /]*[_\\u2017\\uFF3F]{2,})*|\\.{5,}|\\u2026{2,}|${roomSign}+|[\\u2610-\\u2612\\u25A1\\u25A2\\u25FB\\u25FD\\u2751\\u2752]|\\[\\s?\\]`,
  'g',
)

const clean = (text: string) =>
  text
    .replaceAll(markSign, ' ')
    .replaceAll(roomSign, ' ')
    .replace(/[_\u2026]{2,}|\.{4,}/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;.]+/, '')
    .trim()

/** Of `Headteacher    Date:` only what stands next to the gap. */
const nearest = (text: string) =>
  clean(
    text
      .trim()
      .split(/\s{3,}|\t/)
      .at(-1)!,
  ).replace(/[:\s]+$/, '')

/** Placeholders that Word and its users put where something is to be typed. */
const placeholder =
  /^(?:click(?: or tap)? (?:here )?to enter (?:text|a date)\.?|choose an item\.?|enter text\.?|type here\.?|\[[^\]]*\]|n\/?a)?$/i

const listItems = (holder: Element | undefined): string[] =>
  holder
    ? childrenOf(holder, 'listItem')
        .map((item) => item.attributes['displayText'] ?? item.attributes['value'] ?? '')
        .filter((text) => text !== '' && !/^choose an item/i.test(text))
    : []

const controlOf = (
  mark: Extract<Mark, { is: 'control' }>,
): Pick<Found, 'takes' | 'options' | 'now'> & { alias: string } => {
  const properties = childOf(mark.sdt, 'sdtPr')
  const list = childOf(properties, 'dropDownList')
  const content = childOf(mark.sdt, 'sdtContent')
  const text = content ? textIn(wrapped(content)) : ''
  const shows = isOn(childOf(properties, 'showingPlcHdr')) || placeholder.test(text)
  return {
    takes: list ? 'list' : 'text',
    options: list ? listItems(list) : null,
    now: shows ? '' : text,
    alias: childOf(properties, 'alias')?.attributes['val'] ?? '',
  }
}

/** A control within a line holds runs, not paragraphs. */
const wrapped = (content: Element): Element =>
  content.children.some(({ name }) => name === 'p' || name === 'tbl') ? content : { ...content, name: 'p' }

const legacyOf = (
  mark: Extract<Mark, { data: Element }>,
): Pick<Found, 'takes' | 'options' | 'now' | 'most'> => {
  const most = Number(childOf(mark.data, 'textInput', 'maxLength')?.attributes['val'] ?? 0)
  const list = childOf(mark.data, 'ddList')
  const options = list ? childrenOf(list, 'listEntry').map((entry) => entry.attributes['val'] ?? '') : null
  const said = mark.result
    .flatMap((run) => childrenOf(run, 't'))
    .map(({ text }) => text)
    .join('')
    .replace(/[\u2002\u00A0\s]+/g, ' ')
    .trim()
  const box = childOf(mark.data, 'checkBox')
  return {
    takes: box ? 'tick' : list ? 'list' : 'text',
    options,
    now: box ? '' : said,
    most: most > 0 ? most : null,
  }
}

type Taker = { from: number; to: number; found: Omit<Found, 'label' | 'option'> }

const roomsOf = ({ letters }: Pieces, from: number, to: number): Room[] => {
  const rooms: { at: Element; from: number; to: number }[] = []
  for (const { at, index } of letters.slice(from, to)) {
    const last = rooms.at(-1)
    if (last?.at === at) last.to = index + 1
    else rooms.push({ at, from: index, to: index + 1 })
  }
  return rooms
}

const daily = new RegExp(`^(?:${dayRoom})$`)

const nothing = { most: null, options: null, now: '' } as const

const takersIn = (paragraph: Element, pieces: Pieces): Taker[] => {
  let nth = 0
  return [...pieces.text.matchAll(takers)].flatMap((match): Taker[] => {
    const from = match.index
    const to = from + match[0].length
    const spot = (spotIs: Spot) => spotIs
    if (match[0] !== markSign) {
      const isDay = daily.test(match[0])
      // In brackets, or behind words that don't ask, it only says how to write.
      if (/^d/i.test(match[0]) && !/(?:^|:)\s*$/.test(pieces.text.slice(0, from))) return []
      const rooms = roomsOf(pieces, from, to)
      const box = /^[\u2610-\u2612\u25A1-\u25FD\u2751\u2752[]/.test(match[0])
      return [
        {
          from,
          to,
          found: {
            ...nothing,
            takes: box ? 'tick' : 'text',
            spot: box
              ? spot({ how: 'box', room: rooms[0]! })
              : spot({
                  how: 'gap',
                  rooms,
                  paragraph,
                  ...(isDay ? { day: match[0].replaceAll(roomSign, '_').trim() } : {}),
                }),
          },
        },
      ]
    }
    const mark = pieces.marks[nth++]!
    const at = { from, to }
    if (mark.is === 'control') {
      // A control around a picture or a table of contents takes no answer.
      const properties = childOf(mark.sdt, 'sdtPr')
      if (childOf(properties, 'picture') || childOf(properties, 'docPartObj')) return []
      return [{ ...at, found: { ...nothing, ...controlOf(mark), spot: spot({ how: 'mark', mark }) } }]
    }
    if ('data' in mark)
      return [{ ...at, found: { ...nothing, ...legacyOf(mark), spot: spot({ how: 'mark', mark }) } }]
    return [{ ...at, found: { ...nothing, takes: 'tick', spot: spot({ how: 'mark', mark }) } }]
  })
}

const asks = /[?:]\s*$/

/** Answers in words as places, each of them a box to tick. */
const inWords = (paragraph: Element, pieces: Pieces, told: boolean): Found[] => {
  // A wide blank parts two questions of one line: `In care? Yes / No      On roll? Yes / No`.
  const parts = [...pieces.text.matchAll(/(?:(?!\s{3}|\t)[^])+/g)]
  const several = parts.filter(([text]) => text.includes('/')).length > 1
  const lines = several ? parts : [Object.assign([pieces.text], { index: 0 })]
  return lines.flatMap(({ 0: text = '', index }) => {
    const found = optionsInWords(text, told)
    return (found?.options ?? []).map(({ text: option, from, to }): Found => ({
      ...nothing,
      takes: 'tick',
      label: clean(found!.label),
      option,
      spot: { how: 'word', rooms: roomsOf(pieces, index + from, index + to), paragraph },
    }))
  })
}

/**
 * The fields of one paragraph with the labels that stand in it: before a gap, and before or behind a box as the line
 * has it. A label that isn't in the line is ''. `words`: whether answers in words count, and whether it was told to strike
 * some of them out.
 */
export const fieldsInParagraph = (
  paragraph: Element,
  pieces: Pieces,
  words: 'no' | 'plain' | 'told' = 'no',
): Found[] => {
  const all = takersIn(paragraph, pieces)
  if (all.length === 0) return words === 'no' ? [] : inWords(paragraph, pieces, words === 'told')
  const between = all.map(({ from }, at) => clean(pieces.text.slice(at === 0 ? 0 : all[at - 1]!.to, from)))
  const tail = clean(pieces.text.slice(all.at(-1)!.to))
  const ticks = all.filter(({ found }) => found.takes === 'tick')
  // `Yes ☐ No ☐` names each box before it; `☐ Yes ☐ No` and `Amend? ☐ Yes ☐ No` behind it.
  const named = ticks.length > 0 && (tail !== '' || (between[0] === '' && all[0]!.found.takes === 'tick'))
  const question = named && all[0]!.found.takes === 'tick' ? between[0]! : ''
  let asked = question
  return all.map(({ found }, at): Found => {
    const before = between[at]!
    if (found.takes !== 'tick') {
      // Behind a box the words up to a gap belong to both: `☐ Other: ____`.
      const label = nearest(pieces.text.slice(at === 0 ? 0 : all[at - 1]!.to, all[at]!.from))
      const isClock = /^_{1,4} ?: ?_{1,4}$/.test(pieces.text.slice(all[at]!.from, all[at]!.to))
      return {
        ...found,
        label: isClock && !/time/i.test(label) ? `${label} (time)`.trim() : label,
        option: null,
      }
    }
    if (named) {
      const next = at + 1 < all.length ? pieces.text.slice(all[at]!.to, all[at + 1]!.from) : null
      // A wide blank, and the next question of the same line begins: `☐ N      In care?  ☐ Y`.
      const wide = next === null ? null : /^(\s*\S[^\t]*?)(?:\s{3,}|\t)(\S.*[?:])\s*$/s.exec(next)
      const here = asked
      if (wide) asked = clean(wide[2]!)
      const option = wide ? clean(wide[1]!) : next === null ? tail : between[at + 1]!
      return { ...found, label: here, option: option || null }
    }
    // `Invited: Yes ☐ No ☐`: the question stands before the first option.
    const parts = /^(.*[?:])\s+(\S.*)$/.exec(before)
    if (parts) asked = parts[1]!
    else if (at === 0 && asks.test(before)) return { ...found, label: before, option: null }
    return { ...found, label: asked, option: parts ? parts[2]! : before || null }
  })
}

/** Whether nothing is written there but what invites to write. */
export const isPlaceholder = (text: string): boolean => placeholder.test(text.trim())
