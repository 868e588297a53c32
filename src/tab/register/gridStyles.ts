import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { headHeight, rowHeight } from '../../ui/tableStyles.ts'

const focused = { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' } as const

// One class for each kind of element and as few elements as can be: a hundred rows pass by in a second of scrolling.
const useScroll = makeResetStyles({
  flexGrow: 1,
  minHeight: '200px',
  overflow: 'auto',
  // What the keys bring into sight is not under the head.
  scrollPaddingTop: `${headHeight}px`,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
})
const useTable = makeResetStyles({
  display: 'block',
  width: '100%',
  textAlign: 'left',
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
})
const useHead = makeResetStyles({
  display: 'block',
  position: 'sticky',
  top: 0,
  zIndex: 2,
  height: `${headHeight}px`,
})
const useHeads = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'var(--columns)',
  boxSizing: 'border-box',
  height: '100%',
})
const useHeadCell = makeResetStyles({
  boxSizing: 'border-box',
  padding: 0,
  backgroundColor: tokens.colorNeutralBackground2,
  borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
})
const useBody = makeResetStyles({ display: 'block', position: 'relative', contain: 'strict' })
const useRow = makeResetStyles({
  // Each row by itself: drawing one lays out and paints no other.
  position: 'absolute',
  left: 0,
  width: '100%',
  height: `${rowHeight}px`,
  contain: 'strict',
  boxSizing: 'border-box',
  display: 'grid',
  gridTemplateColumns: 'var(--columns)',
  lineHeight: `${rowHeight - 1}px`,
  borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  backgroundColor: tokens.colorNeutralBackground1,
  ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
})
const useCell = makeResetStyles({
  minWidth: 0,
  padding: '0 10px',
  // Not hidden: what is hidden could be scrolled, and the browser would keep account of each cell.
  overflow: 'clip',
  textOverflow: 'ellipsis',
})
const useName = makeResetStyles({
  display: 'flex',
  minWidth: 0,
  padding: 0,
  fontWeight: tokens.fontWeightRegular,
})
// The label is what a finger hits: the box alone is too small.
const useBox = makeResetStyles({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  flexShrink: 0,
  width: `${rowHeight}px`,
  marginRight: '-10px',
  cursor: 'pointer',
})
const useTick = makeResetStyles({
  width: '16px',
  height: '16px',
  margin: 0,
  accentColor: tokens.colorCompoundBrandBackground,
  cursor: 'inherit',
})
// The whole of the cell that is not the tick opens the pupil.
const useLink = makeResetStyles({
  flexGrow: 1,
  minWidth: 0,
  padding: '0 10px',
  color: tokens.colorNeutralForeground1,
  overflow: 'clip',
  textOverflow: 'ellipsis',
  textDecorationLine: 'none',
  ':hover': { color: tokens.colorBrandForegroundLink, textDecorationLine: 'underline' },
  ':focus-visible': focused,
})

const useStates = makeStyles({
  ticked: { backgroundColor: tokens.colorBrandBackground2 },
  here: { backgroundColor: tokens.colorNeutralBackground3 },
  hereName: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  headFirst: { position: 'sticky', left: 0, zIndex: 1 },
  slides: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    backgroundColor: 'inherit',
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
  },
})

/** The classes of the register's grid. A row takes them from here ready made. */
export type Look = {
  readonly scroll: string
  readonly table: string
  readonly head: string
  readonly heads: string
  readonly headCell: string
  readonly headFirst: string
  readonly body: string
  readonly row: (here: boolean, ticked: boolean) => string
  readonly cell: string
  readonly name: (here: boolean) => string
  readonly box: string
  readonly tick: string
  readonly link: string
}

/** `slides`: whether the columns slide sideways under the name. */
export const useLook = (slides: boolean): Look => {
  const states = useStates()
  const [scroll, table, head, heads, headCell] = [
    useScroll(),
    useTable(),
    useHead(),
    useHeads(),
    useHeadCell(),
  ]
  const [body, row, cell, name] = [useBody(), useRow(), useCell(), useName()]
  const [box, tick, link] = [useBox(), useTick(), useLink()]
  return useMemo(() => {
    const here = mergeClasses(row, states.here)
    const ticked = mergeClasses(row, states.ticked)
    const both = mergeClasses(row, states.here, states.ticked)
    const nameOf = slides ? mergeClasses(name, states.slides) : name
    const nameHere = mergeClasses(nameOf, states.hereName)
    return {
      scroll,
      table,
      head,
      heads,
      headCell,
      headFirst: mergeClasses(headCell, states.headFirst),
      body,
      row: (isHere, isTicked) => (isHere ? (isTicked ? both : here) : isTicked ? ticked : row),
      cell,
      name: (isHere) => (isHere ? nameHere : nameOf),
      box,
      tick,
      link,
    }
  }, [scroll, table, head, heads, headCell, body, row, cell, name, box, tick, link, states, slides])
}
