import { FluentProvider, makeStyles, teamsLightTheme } from '@fluentui/react-components'
import { type CSSProperties, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Block, DocumentContent, Photo, Run } from '../../documents/blocks.ts'
import { Drawn } from '../Drawn.tsx'
import { usePrinting } from '../usePrinting.ts'

const onPaper = { ...teamsLightTheme, fontFamilyBase: "Calibri, Carlito, 'Segoe UI', Arial, sans-serif" }
const usualPoints = 11
const rule = '1px solid #767676'

const useStyles = makeStyles({
  page: {
    color: '#000',
    lineHeight: 1.3,
    '& h1, & h2, & h3, & h4': { margin: 0, breakAfter: 'avoid', color: '#1F3864', lineHeight: 1.2 },
    '& h1': { fontSize: '1.8em', paddingBottom: '4pt' },
    '& h2': { fontSize: '1.35em', paddingTop: '12pt' },
    '& h3': { fontSize: '1.1em', paddingTop: '8pt' },
    '& h4': { fontSize: '1em', paddingTop: '6pt' },
    '& p, & ul': { margin: '4pt 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    '& ul': { paddingLeft: '16pt' },
  },
  // A layout of two rows, of which the browser prints the lower on every page.
  frame: {
    width: '100%',
    borderCollapse: 'collapse',
    '& > tbody > tr > td': { padding: 0 },
    // Against the rule for all tables that a foot is a total and stands at the end (page.css).
    '& > tfoot': { display: 'table-footer-group' },
  },
  foot: { borderTop: rule, paddingTop: '4pt', fontSize: '0.77em', color: '#404040' },
  footLine: { display: 'block' },
  quote: { fontStyle: 'italic', paddingLeft: '14pt' },
  note: { fontSize: '0.9em', color: '#404040' },
  withPicture: { display: 'flex', alignItems: 'center', gap: '12pt' },
  inset: { paddingLeft: '46pt' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    margin: '6pt 0',
    fontSize: '0.92em',
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      borderBottom: '1px solid #A6A6A6',
      padding: '3pt 5pt',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    '& thead': { display: 'table-header-group' },
    '& tr': { breakInside: 'avoid' },
  },
  tall: { height: '34pt' },
  line: { borderBottom: rule, height: '26pt' },
  box: { border: rule, height: '120pt', margin: '6pt 0' },
  photo: { float: 'right', width: '3cm', height: '3cm', objectFit: 'cover', marginLeft: '8pt' },
})

const words = (runs: readonly Run[]): ReactNode =>
  runs.map((run, at) =>
    'bound' in run ? (
      <span key={at}>{run.bound.text || run.bound.placeholder}</span>
    ) : run.strong ? (
      <strong key={at}>{run.text}</strong>
    ) : (
      <span key={at}>{run.text}</span>
    ),
  )

const addressOf = ({ jpeg }: Photo): string => {
  let text = ''
  for (const byte of jpeg) text += String.fromCodePoint(byte)
  return `data:image/jpeg;base64,${btoa(text)}`
}

type Styles = ReturnType<typeof useStyles>
type Headings = 'h2' | 'h3' | 'h4'
const shown: {
  [K in Block['is']]: (block: Extract<Block, { is: K }>, styles: Styles) => ReactNode
} = {
  title: ({ text, photo }, styles) => (
    <>
      {photo && <img className={styles.photo} src={addressOf(photo)} alt={photo.alt} />}
      <h1>{text}</h1>
    </>
  ),
  heading: ({ level, text, drawing }, styles) => {
    const As = `h${level + 1}` as Headings
    return (
      <As {...(drawing ? { className: styles.withPicture } : {})}>
        {drawing && <Drawn of={drawing} size={40} />}
        {text}
      </As>
    )
  },
  paragraph: ({ runs, tone, inset }, styles) => (
    <p
      className={
        tone === 'quote' ? styles.quote : tone === 'note' ? styles.note : inset ? styles.inset : undefined
      }
    >
      {words(runs)}
    </p>
  ),
  list: ({ items, inset }, styles) => (
    <ul {...(inset ? { className: styles.inset } : {})}>
      {items.map((runs, at) => (
        <li key={at}>{words(runs)}</li>
      ))}
    </ul>
  ),
  table: ({ head, widths, rows, rowHeadings, tall, summary }, styles) => {
    const whole = widths?.reduce((sum, width) => sum + width, 0) ?? head.length
    return (
      <table className={styles.table} aria-label={summary}>
        <thead>
          <tr>
            {head.map((text, at) => (
              <th key={at} scope="col" style={{ width: `${(100 * (widths?.[at] ?? 1)) / whole}%` }}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row} {...(tall ? { className: styles.tall } : {})}>
              {head.map((_, at) => {
                const content = words(cells[at]?.runs ?? [])
                return rowHeadings && at === 0 ? (
                  <th key={at} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={at}>{content}</td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    )
  },
  ask: ({ text, drawing }, styles) => (
    <p className={styles.withPicture}>
      {drawing && <Drawn of={drawing} size={52} />}
      <strong>{text}</strong>
    </p>
  ),
  room: ({ as }, styles) =>
    as === 'box' ? (
      <div className={styles.box} />
    ) : (
      <>
        <div className={styles.line} />
        <div className={styles.line} />
        <div className={styles.line} />
      </>
    ),
  pictures: ({ drawings }, styles) => (
    <p className={styles.withPicture}>
      {drawings.map((one) => (
        <Drawn key={one.alt} of={one} size={64} alone />
      ))}
    </p>
  ),
  pageBreak: () => <div style={{ breakAfter: 'page' }} />,
}

/** A document on paper, from the blocks that Word gets; only while the printing goes on, and never in sight. */
export const PrintBlocks = ({ content, onDone }: { content: DocumentContent; onDone: () => void }) => {
  const styles = useStyles()
  usePrinting(onDone)
  const size: CSSProperties = { fontSize: `${content.type ?? usualPoints}pt` }
  return createPortal(
    <FluentProvider theme={onPaper} className="paper">
      <div
        className={styles.page}
        style={size}
        lang={content.language}
        dir={content.rightToLeft ? 'rtl' : 'ltr'}
      >
        <table className={styles.frame} role="presentation">
          <tbody>
            <tr>
              <td>
                {content.blocks.map((block, at) => (
                  <Of key={at} block={block} styles={styles} />
                ))}
              </td>
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <td className={styles.foot}>
                {content.footer.split('\n').map((text) => (
                  <span key={text} className={styles.footLine}>
                    {text}
                  </span>
                ))}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </FluentProvider>,
    document.body,
  )
}

const Of = ({ block, styles }: { block: Block; styles: Styles }): ReactNode =>
  (shown[block.is] as (one: Block, styles: Styles) => ReactNode)(block, styles)
