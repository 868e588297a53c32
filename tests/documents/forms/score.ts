import type { Form, FormField } from '../../../src/documents/form/fields.ts'
import type { Mapping } from '../../../src/documents/form/propose.ts'
import type { Key, KeyPlace } from './key.ts'

/** What became of one place: of the key (`label`), or of what was found without being in the key. */
export type Verdict = {
  readonly label: string
  readonly result:
    'right' | 'wrong' | 'leftOpen' | 'rightlyOpen' | 'missed' | 'missedOpen' | 'strayOpen' | 'strayFilled'
  readonly wanted: string | null
  readonly got: string | null
}

/** A place as found, in the words that stand at it and round it. */
type Found = { readonly own: string; readonly around: string; readonly got: string | null }

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}%£]+/gu) ?? [],
  )

const shareOf = (words: ReadonlySet<string>, held: ReadonlySet<string>): number =>
  words.size === 0 ? 0 : [...words].filter((word) => held.has(word)).length / words.size

/** 0 where this isn't the place that the key means; nearly all of the key’s words must stand at it, a box’s all. */
const likeness = ([label]: KeyPlace, { own, around }: Found): number => {
  const option = label.includes(' / ') ? label.split(' / ').at(-1)! : ''
  const held = wordsOf(`${own} ${around}`)
  if (option && shareOf(wordsOf(option), held) < 1) return 0
  const share = shareOf(wordsOf(label), held)
  if (share < 0.7) return 0
  const mine = wordsOf(own)
  return share + shareOf(wordsOf(label), mine) + shareOf(mine, wordsOf(label))
}

/** Pairs places of the key with found ones so that both stay in reading order and as much as possible agrees. */
const pairs = (key: readonly KeyPlace[], found: readonly Found[]): Map<number, number> => {
  const likenesses = key.map((place) => found.map((one) => likeness(place, one)))
  const best = Array.from({ length: key.length + 1 }, () => new Float64Array(found.length + 1))
  for (let at = key.length - 1; at >= 0; at--)
    for (let to = found.length - 1; to >= 0; to--) {
      const like = likenesses[at]![to]!
      best[at]![to] = Math.max(
        best[at + 1]![to]!,
        best[at]![to + 1]!,
        like ? like + best[at + 1]![to + 1]! : 0,
      )
    }
  const paired = new Map<number, number>()
  for (let at = 0, to = 0; at < key.length && to < found.length;)
    if (likenesses[at]![to]! && best[at]![to] === likenesses[at]![to]! + best[at + 1]![to + 1]!)
      paired.set(at++, to++)
    else if (best[at]![to] === best[at + 1]![to]) at++
    else to++
  return paired
}

const judge = (key: readonly KeyPlace[], found: readonly Found[]): Verdict[] => {
  const paired = pairs(key, found)
  const met = new Set(paired.values())
  const ofKey = key.map(([label, takes], at): Verdict => {
    const to = paired.get(at)
    const got = to === undefined ? null : found[to]!.got
    const allowed = takes === null ? [] : typeof takes === 'string' ? [takes] : takes
    const wanted = allowed[0] ?? null
    if (to === undefined) return { label, wanted, got, result: wanted === null ? 'missedOpen' : 'missed' }
    if (got === null) return { label, wanted, got, result: wanted === null ? 'rightlyOpen' : 'leftOpen' }
    return { label, wanted, got, result: allowed.includes(got) ? 'right' : 'wrong' }
  })
  const strays = found.flatMap(({ own, got }, to): Verdict[] =>
    met.has(to)
      ? []
      : [{ label: own, wanted: null, got, result: got === null ? 'strayOpen' : 'strayFilled' }],
  )
  return [...ofKey, ...strays]
}

const foundField = ({ fields }: Mapping, { id, label, option, context }: FormField): Found => {
  const mapped = fields[id]
  return {
    own: option === null ? label : `${label} / ${option}`,
    around: context.join(' '),
    got: mapped ? mapped.fact + (mapped.code === undefined ? '' : `=${mapped.code}`) : null,
  }
}

/** Every place of the key, and every found place that isn’t in it, with what the proposal makes of it. */
export const verdicts = (form: Form, mapping: Mapping, key: Key): Verdict[] => {
  const free = new Set(form.tables)
  const ofTables = key.tables.flatMap(({ about, list, columns }): Verdict[] => {
    const alike = (label: string) => columns.some(([own]) => own === label)
    const table = [...free].find((one) => one.columns.some(({ label }) => alike(label)))
    if (table) free.delete(table)
    const mapped = table && mapping.tables[table.id]
    return judge(
      columns.map(([label, takes]): KeyPlace => [
        `${about} / ${label}`,
        takes === null ? null : `${list}.${takes}`,
      ]),
      (table?.columns ?? []).map(({ id, label }) => {
        const column = mapped?.columns[id]
        return {
          own: `${about} / ${label}`,
          around: '',
          got: mapped && column ? `${mapped.list}.${column}` : null,
        }
      }),
    )
  })
  const rest = [...free].flatMap((table) =>
    table.columns.map(({ id, label }): Verdict => {
      const mapped = mapping.tables[table.id]
      const got = mapped?.columns[id] ? `${mapped.list}.${mapped.columns[id]}` : null
      return {
        label: `${table.context[0] ?? ''} / ${label}`,
        wanted: null,
        got,
        result: got ? 'strayFilled' : 'strayOpen',
      }
    }),
  )
  const found = form.fields.map((field) => foundField(mapping, field))
  return [...judge(key.places, found), ...ofTables, ...rest]
}

export type Figures = {
  readonly places: number
  readonly found: number
  readonly strays: number
  /** Places that a fact of the record answers. */
  readonly answerable: number
  readonly right: number
  /** A wrong fact put forward, also where none belongs or where nobody would write. */
  readonly wrong: number
  readonly leftOpen: number
  readonly missed: number
  readonly rightlyOpen: number
}

export const figuresOf = (all: readonly Verdict[]): Figures => {
  const count = (...results: readonly Verdict['result'][]) =>
    all.filter(({ result }) => results.includes(result)).length
  const strays = count('strayOpen', 'strayFilled')
  return {
    places: all.length - strays,
    found: all.length - strays - count('missed', 'missedOpen'),
    strays,
    answerable: all.filter(({ wanted }) => wanted !== null).length,
    right: count('right'),
    wrong: count('wrong', 'strayFilled'),
    leftOpen: count('leftOpen'),
    missed: count('missed'),
    rightlyOpen: count('rightlyOpen'),
  }
}
