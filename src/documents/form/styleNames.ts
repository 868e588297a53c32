import { childOf, childrenOf, type Element } from './tree.ts'

/** What a form's paragraph styles mean for finding its fields. */
export type Styles = {
  /** 1 to 9 for a heading, 0 for the title; null for anything else. */
  levelOf(paragraph: Element): number | null
  /** Whether tab stops of the paragraph draw a line to write on. */
  hasLeaders(paragraph: Element): boolean
}

const leadersIn = (properties: Element | undefined): boolean =>
  childrenOf(childOf(properties, 'tabs') ?? noElement, 'tab').some((tab) =>
    ['underscore', 'dot', 'heavy', 'middleDot', 'hyphen'].includes(tab.attributes['leader'] ?? ''),
  )

const noElement: Element = {
  name: '',
  parent: null,
  attributes: {},
  children: [],
  text: '',
  start: 0,
  opened: 0,
  closing: 0,
  end: 0,
}

const levelIn = (properties: Element | undefined): number | null => {
  const level = Number(childOf(properties, 'outlineLvl')?.attributes['val'] ?? 9)
  return level >= 0 && level < 9 ? level + 1 : null
}

/** `styles`: the tree of the document's styles part, where it has one. Names are Word's own in every language. */
export const stylesOf = (styles: Element | null): Styles => {
  const known = new Map<string, { level: number | null; leaders: boolean; based: string | null }>()
  for (const style of styles ? childrenOf(styles, 'style') : []) {
    const name = childOf(style, 'name')?.attributes['val'] ?? ''
    const heading = /^heading ([1-9])$/i.exec(name)
    known.set(style.attributes['styleId'] ?? '', {
      level: heading ? Number(heading[1]) : /^title$/i.test(name) ? 0 : levelIn(childOf(style, 'pPr')),
      leaders: leadersIn(childOf(style, 'pPr')),
      based: childOf(style, 'basedOn')?.attributes['val'] ?? null,
    })
  }
  const found = <T>(id: string, read: (style: { level: number | null; leaders: boolean }) => T | null) => {
    let at: string | null = id
    for (let steps = 0; at !== null && steps < 20; steps++) {
      const style = known.get(at)
      const answer = style ? read(style) : null
      if (answer !== null) return answer
      at = style?.based ?? null
    }
    return null
  }
  const styleOf = (paragraph: Element) => childOf(paragraph, 'pPr', 'pStyle')?.attributes['val'] ?? ''
  return {
    levelOf: (paragraph) => {
      const own = levelIn(childOf(paragraph, 'pPr'))
      return own ?? found(styleOf(paragraph), ({ level }) => level)
    },
    hasLeaders: (paragraph) =>
      leadersIn(childOf(paragraph, 'pPr')) ||
      found(styleOf(paragraph), ({ leaders }) => (leaders ? true : null)) === true,
  }
}
