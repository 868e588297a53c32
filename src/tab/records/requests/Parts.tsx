import { t } from '../../../words/t.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { blackBar, type Span } from '../../../export/blackOut.ts'

const useStyles = makeStyles({
  found: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    outline: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  bar: {
    font: 'inherit',
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
  },
})

type Part = { readonly from: number; readonly to: number; readonly is: 'plain' | 'found' | 'black' }

const partsOf = (length: number, found: readonly Span[], black: readonly Span[]): Part[] => {
  const cuts = [
    ...new Set([0, length, ...[...found, ...black].flatMap(({ from, to }) => [from, to])]),
  ].toSorted((a, b) => a - b)
  const inside = (spans: readonly Span[], at: number) => spans.some(({ from, to }) => from <= at && at < to)
  const parts: Part[] = []
  for (const [i, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[i + 1]!
    const is = inside(black, from) ? 'black' : inside(found, from) ? 'found' : 'plain'
    const last = parts.at(-1)
    if (last && last.is === 'black' && is === 'black' && !black.some((span) => span.from === from))
      parts[parts.length - 1] = { ...last, to }
    else parts.push({ from, to, is })
  }
  return parts
}

/** A text with what was found in it marked and what is blacked out as bars, which can be taken away again. */
export const Parts = ({
  text,
  found,
  black,
  onRemove,
}: {
  text: string
  found: readonly Span[]
  black: readonly Span[]
  onRemove: ((span: Span) => void) | null
}) => {
  const styles = useStyles()
  return partsOf(text.length, found, black).map(({ from, to, is }) => {
    const words = text.slice(from, to)
    const place = { 'data-from': from, 'data-length': to - from }
    if (is === 'plain')
      return (
        <span key={from} {...place} data-plain="">
          {words}
        </span>
      )
    if (is === 'found')
      return (
        <mark key={from} {...place} data-plain="" className={styles.found}>
          {words}
        </mark>
      )
    const span = black.find((one) => one.from <= from && from < one.to)!
    return onRemove ? (
      <button
        key={from}
        {...place}
        type="button"
        className={styles.bar}
        aria-label={t`Blacked out. Press to show again`}
        onClick={() => onRemove(span)}
      >
        {blackBar}
      </button>
    ) : (
      <span key={from} {...place} role="img" aria-label={t`Blacked out`}>
        {blackBar}
      </span>
    )
  })
}
