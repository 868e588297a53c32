import { t } from '../../words/t.ts'
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useId, useState } from 'react'
import { ChartNumbers } from './ChartNumbers.tsx'
import type { ChartTable } from './chartTypes.ts'
import { useWidth } from './useWidth.ts'

const useStyles = makeStyles({
  figure: {
    margin: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    breakInside: 'avoid',
  },
  head: { display: 'flex', flexDirection: 'column', gap: '2px' },
  title: { margin: 0 },
  summary: { maxWidth: '80ch' },
  picture: { minWidth: 0, width: '100%' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': { display: 'flex', alignItems: 'center', gap: '6px' },
  },
  note: { color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  button: { alignSelf: 'flex-start', '@media print': { display: 'none' } },
  closed: { display: 'none', '@media print': { display: 'block' } },
})

export type ChartFrame = {
  readonly title: string
  /** One plain sentence or two, made from the data: what a person who doesn’t see the picture is told of it. */
  readonly summary: string
  readonly table: ChartTable
  /** What to read the picture with, such as how many are missing. */
  readonly note?: string | undefined
  /** Heading level of the title. */
  readonly level?: 2 | 3 | 4
  /** The table stands open at once: where there is room for it, and on paper. */
  readonly open?: boolean
  /** On paper: no button. */
  readonly onPaper?: boolean
}

/**
 * The frame of every chart: title, what it says in words, the picture (named by those words), what its shapes mean,
 * and the same numbers as a table. `empty` stands instead of a picture of nothing.
 */
export const ChartFigure = ({
  title,
  summary,
  table,
  note,
  level = 3,
  open = false,
  onPaper = false,
  legend = [],
  empty,
  children,
}: ChartFrame & {
  legend?: readonly { readonly sample: ReactNode; readonly words: string }[]
  empty?: string | undefined
  children: (width: number) => ReactNode
}) => {
  const styles = useStyles()
  const id = useId()
  const [box, width] = useWidth()
  const [shown, setShown] = useState(open)
  return (
    <figure className={styles.figure} aria-labelledby={`${id}title`}>
      <figcaption className={styles.head}>
        <Text as={`h${level}`} id={`${id}title`} weight="semibold" size={400} className={styles.title}>
          {title}
        </Text>
        <Text id={`${id}summary`} className={styles.summary}>
          {empty ?? summary}
        </Text>
      </figcaption>
      {empty === undefined && (
        <>
          <div ref={box} className={styles.picture} role="img" aria-labelledby={`${id}summary`}>
            {children(width)}
          </div>
          {legend.length > 0 && (
            <ul className={styles.legend}>
              {legend.map(({ sample, words }) => (
                <li key={words}>
                  {sample}
                  <Text size={200}>{words}</Text>
                </li>
              ))}
            </ul>
          )}
          {note && (
            <Text size={200} className={styles.note}>
              {note}
            </Text>
          )}
          {!onPaper && (
            <Button
              size="small"
              className={styles.button}
              aria-expanded={shown}
              aria-controls={`${id}numbers`}
              onClick={() => setShown(!shown)}
            >
              {shown ? t`Hide the numbers` : t`Show the numbers`}
            </Button>
          )}
          <div id={`${id}numbers`} className={mergeClasses(!shown && !onPaper && styles.closed)}>
            <ChartNumbers title={title} table={table} />
          </div>
        </>
      )}
    </figure>
  )
}
