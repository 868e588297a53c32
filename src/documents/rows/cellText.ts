import { childOf, type Element, isOn } from '../form/tree.ts'

/** A tagged control within a cell or paragraph, read as readControls reads it. */
export type CellControl = {
  readonly tag: string
  /** '' where it shows its placeholder. */
  readonly text: string
  /** What it shows while nobody has filled it in. */
  readonly placeholder: string | null
  /** All that it held is deleted under tracked changes. */
  readonly deleted: boolean
}
export type CellText = {
  /** As a person sees it with tracked changes accepted, placeholders too: paragraphs and line breaks are \n. */
  readonly shown: string
  /** What stands outside every tagged control. */
  readonly outside: string
  readonly controls: readonly CellControl[]
}

type Said = { text: string; breakBefore: boolean }
const nothing = (): Said => ({ text: '', breakBefore: false })

const skipped = new Set([
  'pPr',
  'rPr',
  'sdtPr',
  'sdtEndPr',
  'tcPr',
  'trPr',
  'tblPr',
  'tblGrid',
  'mc:Fallback',
  // Text of a box that hangs on a word is no part of what was typed there.
  'txbxContent',
])
const signs: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

const tagIn = (sdt: Element): string => childOf(sdt, 'sdtPr', 'tag')?.attributes['val'] ?? ''

/** What an element says, tracked insertions kept and deletions left out. `around`: controls that hold it as a whole. */
export const textIn = (element: Element, around: readonly Element[] = []): CellText => {
  const shown = nothing()
  const outside = nothing()
  const open: { said: Said; deleted: boolean }[] = []
  const controls: { tag: string; placeholder: boolean; said: Said; state: { deleted: boolean } }[] = []
  let gone = 0

  const say = (text: string) => {
    if (text === '') return
    if (gone > 0) {
      for (const one of open) one.deleted = true
      return
    }
    for (const said of [shown, ...(open.length > 0 ? open.map((one) => one.said) : [outside])]) {
      if (said.breakBefore && said.text !== '') said.text += '\n'
      said.breakBefore = false
      said.text += text
    }
  }
  const endParagraph = (paragraph: Element) => {
    if (gone > 0 || childOf(paragraph, 'pPr', 'rPr', 'del') || childOf(paragraph, 'pPr', 'rPr', 'moveFrom'))
      return
    for (const said of [shown, outside, ...open.map((one) => one.said)]) {
      if (said.breakBefore && said.text !== '') said.text += '\n'
      said.breakBefore = true
    }
  }
  const control = (sdt: Element, inside: () => void) => {
    const tag = tagIn(sdt)
    if (tag === '') return inside()
    const state = { said: nothing(), deleted: false }
    controls.push({
      tag,
      placeholder: isOn(childOf(sdt, 'sdtPr', 'showingPlcHdr')),
      said: state.said,
      state,
    })
    open.push(state)
    inside()
    open.splice(open.indexOf(state), 1)
  }
  const walk = (node: Element): void => {
    if (skipped.has(node.name)) return
    if (node.name === 't') return say(node.text)
    if (node.name === 'delText') {
      for (const one of open) one.deleted = true
      return
    }
    const sign = Object.hasOwn(signs, node.name) ? signs[node.name] : undefined
    if (sign !== undefined) return say(sign)
    const removed = node.name === 'del' || node.name === 'moveFrom'
    if (removed) gone++
    const inside = () => node.children.forEach(walk)
    if (node.name === 'sdt') control(node, inside)
    else inside()
    if (node.name === 'p') endParagraph(node)
    if (removed) gone--
  }
  const within = (sdts: readonly Element[]): void =>
    sdts[0] ? control(sdts[0], () => within(sdts.slice(1))) : walk(element)
  within(around)

  return {
    shown: shown.text,
    outside: outside.text,
    controls: controls.map(({ tag, placeholder, said, state }) => ({
      tag,
      text: placeholder ? '' : said.text,
      placeholder: placeholder ? said.text : null,
      deleted: state.deleted && said.text === '',
    })),
  }
}
