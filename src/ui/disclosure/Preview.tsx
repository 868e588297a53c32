import { t } from '../../words/t.ts'
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { Finding } from '../../domain/rules/wrongChild.ts'
import type { TextParagraph } from '../../documents/paragraphs.ts'
import { Personal } from '../hiddenDetails.tsx'

const useStyles = makeStyles({
  page: {
    maxHeight: '420px',
    overflowY: 'auto',
    padding: '16px 20px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    position: 'relative',
  },
  title: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, margin: '0 0 8px' },
  heading: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: '12px 0 4px' },
  text: { margin: '0 0 4px' },
  row: { margin: 0, padding: '3px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    outline: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  current: { outline: `3px solid ${tokens.colorBrandStroke1}`, fontWeight: tokens.fontWeightSemibold },
})

/** Pieces of a paragraph: plain text, and what was found with its number; of two that overlap the first counts. */
const piecesOf = (text: string, found: readonly { finding: Finding; index: number }[]) => {
  const pieces: { text: string; index: number | null }[] = []
  let at = 0
  for (const { finding, index } of found.toSorted((a, b) => a.finding.from - b.finding.from)) {
    if (finding.from < at) continue
    pieces.push({ text: text.slice(at, finding.from), index: null })
    pieces.push({ text: text.slice(finding.from, finding.to), index })
    at = finding.to
  }
  return [...pieces, { text: text.slice(at), index: null }]
}

/** What the document will say, with marks where something was found; the current one is brought into view. */
export const Preview = ({
  paragraphs,
  findings,
  current,
}: {
  paragraphs: readonly TextParagraph[]
  findings: readonly Finding[]
  current: number | null
}) => {
  const styles = useStyles()
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const mark =
      current === null ? null : page.current?.querySelector<HTMLElement>(`[data-finding="${current}"]`)
    // Not scrollIntoView: the page around would move too.
    if (mark && page.current) page.current.scrollTop = mark.offsetTop - page.current.clientHeight / 3
  }, [current, findings])
  const looks: Partial<Record<TextParagraph['is'], string>> = {
    title: styles.title,
    heading: styles.heading,
    row: styles.row,
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls is reached by keyboard
    <div ref={page} className={styles.page} tabIndex={0} role="region" aria-label={t`What the document says`}>
      {paragraphs.map(({ is, text }, at) => {
        const found = findings.flatMap((finding, index) =>
          finding.paragraph === at ? [{ finding, index }] : [],
        )
        return (
          <p key={at} className={looks[is] ?? styles.text}>
            <Personal>
              {piecesOf(text, found).map(({ text: piece, index }, number) => {
                const shown = is === 'row' ? piece.replaceAll('\t', '  ·  ') : piece
                return index === null ? (
                  shown
                ) : (
                  <mark
                    key={number}
                    data-finding={index}
                    className={mergeClasses(styles.mark, index === current && styles.current)}
                  >
                    {shown}
                  </mark>
                )
              })}
            </Personal>
          </p>
        )
      })}
    </div>
  )
}
